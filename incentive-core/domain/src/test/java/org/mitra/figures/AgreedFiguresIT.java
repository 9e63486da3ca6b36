package org.mitra.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Saved;
import org.mitra.feeds.Feeds;
import org.mitra.it.Together;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class AgreedFiguresIT {
  private static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  private static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);
  private static final LocalDate SECOND_QUARTER = LocalDate.of(2021, 4, 1);

  @Inject private FigureWorld world;
  @Inject private AgreedFigures figures;
  @Inject private Feeds feeds;

  @Resource private ManagedThreadFactory threads;

  private static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  private static ProposeFigure figure(String code, LocalDate period, String amount) {
    return new ProposeFigure(
        code, code, period, FigureKind.TARGET, new BigDecimal(amount), "Talked over");
  }

  private UUID waiting(String code) {
    return figures
        .batch(MAYA.scope(), null, 10, Map.of("program", code, "state", "PROPOSED"))
        .rows()
        .get(0)
        .uid();
  }

  private BigDecimal counting(String code) {
    return figures
        .counting(code)
        .get(new AgreedFigures.Place(code, SECOND_QUARTER, FigureKind.TARGET));
  }

  @Test
  void aFigureCountsOnceASecondPersonAgreed() {
    world.set("AGREE");
    world.partner("AGREE-OTHER");
    assertThat(figures.proposeAll(MAYA, List.of(figure("agree", SECOND_QUARTER, "5000000"))))
        .containsExactly(Saved.NEW);
    UUID first = waiting("AGREE");
    assertThat(counting("AGREE")).isNull();
    refused("access.four-eyes", () -> figures.decide(MAYA, List.of(first), true));
    figures.decide(RIZAL, List.of(first), true);
    assertThat(counting("AGREE")).isEqualByComparingTo("5000000");
    refused("figure.decided", () -> figures.decide(RIZAL, List.of(first), false));

    figures.proposeAll(RIZAL, List.of(figure("AGREE", SECOND_QUARTER, "6000000")));
    UUID second = waiting("AGREE");
    figures.proposeAll(RIZAL, List.of(figure("AGREE", SECOND_QUARTER, "7000000")));
    refused("figure.decided", () -> figures.decide(MAYA, List.of(second), true));
    assertThat(counting("AGREE")).as("until it is approved").isEqualByComparingTo("5000000");
    figures.decide(MAYA, List.of(waiting("AGREE")), false);
    figures.proposeAll(RIZAL, List.of(figure("AGREE", SECOND_QUARTER, "8000000")));
    figures.decide(MAYA, List.of(waiting("AGREE")), true);
    assertThat(counting("AGREE")).isEqualByComparingTo("8000000");
    assertThat(figures.proposeAll(MAYA, List.of(figure("AGREE", SECOND_QUARTER, "8000000.00"))))
        .containsExactly(Saved.UNCHANGED);

    assertThat(figures.batch(world.scope("AGREE"), null, 10, Map.of()).rows())
        .as("the partner sees what counts, and not who proposed it")
        .singleElement()
        .satisfies(
            own -> {
              assertThat(own.amount()).isEqualByComparingTo("8000000");
              assertThat(own.proposedBy()).isEmpty();
              assertThat(own.reason()).isEmpty();
            });
    assertThat(figures.batch(world.scope("AGREE-OTHER"), null, 10, Map.of()).rows()).isEmpty();
  }

  @Test
  void onlyPeriodsOfPublishedProgramsHaveFigures() {
    world.set("WHEN");
    refused(
        "figure.period",
        () -> figures.proposeAll(MAYA, List.of(figure("WHEN", SECOND_QUARTER.plusDays(1), "1"))));
    refused(
        "figure.period",
        () -> figures.proposeAll(MAYA, List.of(figure("WHEN", LocalDate.of(2022, 1, 1), "1"))));
    refused(
        "figure.program",
        () ->
            figures.proposeAll(
                MAYA,
                List.of(
                    new ProposeFigure(
                        "NOWHERE",
                        "WHEN",
                        SECOND_QUARTER,
                        FigureKind.BASELINE,
                        BigDecimal.ONE,
                        ""))));
    refused(
        "access.role-missing",
        () ->
            figures.proposeAll(
                staff("dewi", Role.FINANCE), List.of(figure("WHEN", SECOND_QUARTER, "1"))));
  }

  @Test
  void whoBringsAFileInDoesNotApproveIt() {
    world.set("FILE");
    Map<String, String> row =
        Map.of(
            "program",
            "FILE",
            "partner",
            "FILE",
            "periodStart",
            "2021-04-01",
            "kind",
            "TARGET",
            "amount",
            "900");
    assertThat(feeds.deliver(MAYA, FeedKind.AGREED_FIGURES, List.of(row)).rows().get(0).problems())
        .isEmpty();
    refused("access.four-eyes", () -> figures.decide(MAYA, List.of(waiting("FILE")), true));
    figures.decide(RIZAL, List.of(waiting("FILE")), true);
    assertThat(counting("FILE")).isEqualByComparingTo("900");
  }

  @Test
  void ofManyWhoDecideAtOnceOneDoes() throws Exception {
    world.set("RACE");
    figures.proposeAll(MAYA, List.of(figure("RACE", SECOND_QUARTER, "10")));
    UUID uid = waiting("RACE");
    List<String> outcomes =
        Together.run(
            threads,
            8,
            () -> {
              figures.decide(staff("hendra", Role.FINANCE), List.of(uid), true);
              return null;
            });
    assertThat(outcomes).filteredOn("ok"::equals).hasSize(1);
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
