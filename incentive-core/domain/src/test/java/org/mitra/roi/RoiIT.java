package org.mitra.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.roi.RoiWorld.INDRA;
import static org.mitra.roi.RoiWorld.MAYA;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.accruals.Posting;
import org.mitra.data.BusinessClock;
import org.mitra.engine.Explanation;
import org.mitra.problem.Problem;
import org.mitra.tables.TableFormat;
import org.mitra.text.Texts;

/** The six steps on sales, books and costs that are really there. */
@ExtendWith(ArquillianExtension.class)
class RoiIT {
  @Inject private ProgramReturns returns;
  @Inject private CostItems costItems;
  @Inject private SalesRenewal renewal;
  @Inject private Posting posting;
  @Inject private RoiWorld world;
  @Inject private BusinessClock clock;

  /** 40 units before, 100 and 10 back during the program; a million each, 600,000 of it cost. */
  private UUID story(String prefix) {
    LocalDate today = clock.today();
    LocalDate start = today.minusDays(59);
    world.dealer(prefix + "-D");
    world.product(prefix + "-P", "600000");
    UUID program = world.program(prefix, Set.of(prefix + "-P"), start, start.plusMonths(6));
    world.sell(prefix + "-D", prefix + "-1", prefix + "-P", start.minusDays(60), 15);
    world.sell(prefix + "-D", prefix + "-2", prefix + "-P", start.minusDays(1), 25);
    // A day too early for the comparison.
    world.sell(prefix + "-D", prefix + "-0", prefix + "-P", start.minusDays(61), 7);
    world.sell(prefix + "-D", prefix + "-3", prefix + "-P", start, 60);
    world.sell(prefix + "-D", prefix + "-4", prefix + "-P", today.minusDays(3), 40);
    world.takeBack(prefix + "-D", prefix + "-3", prefix + "-P", today.minusDays(2), 10);
    posting.of(start, today.plusDays(1));
    return program;
  }

  private void cost(UUID program, CostKind kind, String amount) {
    costItems.add(
        MAYA,
        new AddCostItem(program, kind, clock.today(), new BigDecimal(amount), "IDR", "A cost"));
  }

  private ReturnDetail.Section idr(UUID program) {
    renewal.renew(renewal.fingerprint());
    return returns.program(INDRA, program, Basis.BEFORE).currencies().get(0);
  }

  @Test
  void theSixStepsFromSalesBooksAndCosts() {
    UUID program = story("ROI-SIX");
    cost(program, CostKind.ADMINISTRATION, "1000000");
    cost(program, CostKind.TRAINING, "500000");
    cost(program, CostKind.MARKETING, "2000000");

    ReturnDetail.Section section = idr(program);

    ReturnFigures figures = section.summary().figures();
    // 1: 5% of 90,000,000, and what was typed in.
    assertThat(figures.incentives()).isEqualByComparingTo("4500000");
    assertThat(figures.totalCost()).isEqualByComparingTo("8000000");
    // 2: 90 million during, 40 million in as many days before.
    assertThat(figures.salesBefore()).isEqualByComparingTo("40000000");
    assertThat(figures.salesDuring()).isEqualByComparingTo("90000000");
    assertThat(figures.incrementalSales()).isEqualByComparingTo("50000000");
    // 3: 50 more units cost 30 million.
    assertThat(figures.incrementalGoods()).isEqualByComparingTo("30000000");
    assertThat(figures.grossProfit()).isEqualByComparingTo("20000000");
    // 4 and 5.
    assertThat(figures.netProfit()).isEqualByComparingTo("12000000");
    assertThat(figures.percent()).isEqualTo("150.00");
    // 6: weeks before and during, and who bought.
    assertThat(section.effects())
        .extracting(Effect::span)
        .containsExactly(Span.BEFORE, Span.DURING);
    assertThat(section.effects().get(1).partners()).isEqualTo(1);
    assertThat(section.summary().budgetPercent()).isEqualTo("50.0");
    addsUp(section.cost(), "8000000");
    addsUp(section.incremental(), "50000000");
    addsUp(section.gross(), "20000000");
    addsUp(section.net(), "12000000");
    assertThat(
            section.steps().stream()
                .filter(step -> step.span() == Span.DURING)
                .map(Step::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("90000000");
  }

  private static void addsUp(Explanation why, String amount) {
    assertThat(why.amount().amount()).isEqualByComparingTo(amount);
    assertThat(
            why.leaves()
                .map(leaf -> leaf.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(amount);
  }

  @Test
  void whatIsEarnedAndNotPostedCostsAlreadyAndAWithdrawnCostNoLonger() {
    UUID program = story("ROI-NOW");
    CostItem wrong =
        costItems.add(
            MAYA,
            new AddCostItem(
                program,
                CostKind.MARKETING,
                clock.today(),
                new BigDecimal("250000"),
                "IDR",
                "Banners"));
    assertThat(idr(program).summary().figures().totalCost()).isEqualByComparingTo("4750000");
    costItems.withdraw(MAYA, wrong.uid());
    assertProblem(409, "cost.withdrawn", () -> costItems.withdraw(MAYA, wrong.uid()));
    assertThat(idr(program).summary().figures().totalCost()).isEqualByComparingTo("4500000");
    assertThat(costItems.of(INDRA, program)).singleElement().matches(item -> !item.counts());
  }

  @Test
  void goodsWithoutAKnownCostAreSaidToBeSo() {
    LocalDate today = clock.today();
    world.dealer("ROI-UNC-D");
    world.product("ROI-UNC-P", "");
    UUID program =
        world.program(
            "ROI-UNC", Set.of("ROI-UNC-P"), today.minusDays(9), today.minusDays(9).plusMonths(1));
    world.sell("ROI-UNC-D", "ROI-UNC-1", "ROI-UNC-P", today.minusDays(1), 3);
    ReturnDetail.Section section = idr(program);
    assertThat(section.summary().doubts().linesWithoutCost()).isEqualTo(1);
    assertThat(section.summary().doubts().netWithoutCost()).isEqualByComparingTo("3000000");
    assertThat(section.summary().figures().incrementalGoods()).isEqualByComparingTo("0");
  }

  @Test
  void aProgramThatCostNothingSoFarHasNoReturn() {
    LocalDate tomorrow = clock.today().plusDays(1);
    world.product("ROI-NEW-P", "1");
    UUID program = world.program("ROI-NEW", Set.of("ROI-NEW-P"), tomorrow, tomorrow.plusMonths(1));
    ReturnDetail.Section section = idr(program);
    assertThat(section.summary().figures().percent()).isNull();
    assertThat(section.net()).as("it has not begun").isNull();
  }

  @Test
  void tablesSayTheSameInBothLanguages() {
    UUID program = story("ROI-TAB");
    renewal.renew(renewal.fingerprint());
    String csv = csv(returns.table(INDRA, Basis.BEFORE, TableFormat.Type.CSV, in("en")));
    String row = csv.lines().filter(line -> line.startsWith("ROI-TAB,")).findFirst().orElseThrow();
    assertThat(row).contains(",Rebate,").contains(",50000000,").contains(",344.44");
    String indonesian = csv(returns.table(INDRA, Basis.BEFORE, TableFormat.Type.CSV, in("id")));
    assertThat(indonesian).contains("ROI-TAB").contains("Rabat").doesNotContain("Rebate");
    assertThat(indonesian.lines().findFirst()).isNotEqualTo(csv.lines().findFirst());
    String steps =
        csv(returns.table(INDRA, program, Basis.LAST_YEAR, TableFormat.Type.CSV, in("en")));
    assertThat(steps).contains("ROI-TAB");
  }

  private static Texts in(String language) {
    return Texts.in(Locale.forLanguageTag(language));
  }

  private static String csv(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void onlyThoseWhoAnswerForProgramsRead() {
    UUID program = story("ROI-WHO");
    Actor dealer =
        new Actor(
            "budi",
            "budi",
            EnumSet.of(Role.PARTNER_OWNER),
            Optional.of(PartnerScope.of(1, UUID.randomUUID(), "ROI-WHO-D")));
    for (Actor nosy : Set.of(dealer, RoiWorld.staff("admin", Role.ADMINISTRATOR))) {
      assertProblem(403, "access.role-missing", () -> returns.overview(nosy, Basis.BEFORE));
      assertProblem(403, "access.role-missing", () -> returns.program(nosy, program, Basis.BEFORE));
      assertProblem(
          403,
          "access.role-missing",
          () -> returns.table(nosy, Basis.BEFORE, TableFormat.Type.CSV, in("en")));
      assertProblem(403, "access.role-missing", () -> costItems.of(nosy, program));
    }
    AddCostItem command =
        new AddCostItem(
            program, CostKind.TRAINING, clock.today(), BigDecimal.TEN, "IDR", "Training");
    assertProblem(403, "access.role-missing", () -> costItems.add(INDRA, command));
    assertThat(returns.overview(RoiWorld.staff("ratna", Role.AUDITOR), Basis.BEFORE).sections())
        .isNotEmpty();
    assertProblem(404, "not-found", () -> returns.program(INDRA, UUID.randomUUID(), Basis.BEFORE));
  }

  @Test
  void aCostThatCannotBeIsRefused() {
    UUID program = story("ROI-BAD");
    LocalDate today = clock.today();
    assertProblem(
        422,
        "cost.day",
        () ->
            costItems.add(
                MAYA,
                new AddCostItem(
                    program,
                    CostKind.TRAINING,
                    today.plusDays(1),
                    BigDecimal.TEN,
                    "IDR",
                    "Tomorrow")));
    assertProblem(
        422,
        "cost.currency",
        () ->
            costItems.add(
                MAYA,
                new AddCostItem(
                    program, CostKind.TRAINING, today, BigDecimal.TEN, "USD", "Dollars")));
    assertProblem(
        400,
        "cost.decimals",
        () ->
            new AddCostItem(
                program, CostKind.TRAINING, today, new BigDecimal("10.5"), "IDR", "Halves"));
  }

  private static void assertProblem(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
