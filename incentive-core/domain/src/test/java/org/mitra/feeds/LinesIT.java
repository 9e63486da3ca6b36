package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.feeds.FeedWorld.MAYA;
import static org.mitra.feeds.FeedWorld.csv;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.accruals.LineVerdict;
import org.mitra.accruals.LineVerdicts;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flow;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Payee;
import org.mitra.engine.PerUnit;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;

/** What becomes of lines once they are in: where each counts, and why it is credited or not. */
@ExtendWith(ArquillianExtension.class)
class LinesIT {
  private static final Actor RIZAL =
      new Actor("rizal", "Rizal", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());

  @Inject private FeedWorld world;
  @Inject private LineTotals totals;
  @Inject private LineVerdicts verdicts;
  @Inject private Programs programs;

  @Test
  void everyVersionOfEveryLineIsAccountedFor() throws Exception {
    world.set("ADDS-UP");
    world.committed(
        "ADDS-UP",
        csv(
            "L-1;1;;05/05/2025;ADDS-UP;ADDS-UP;10;1000;",
            "L-2;1;;05/06/2025;ADDS-UP;ADDS-UP;5;1000;",
            "L-3;1;R;07/06/2025;ADDS-UP;ADDS-UP;-2;1000;L-1"));
    world.committed("ADDS-UP", csv("L-2;1;;05/06/2025;ADDS-UP;ADDS-UP;5;1100;"));
    LineTotal june = total(YearMonth.of(2025, 6));
    assertThat(june.stored().lines()).as("two versions and the return").isEqualTo(3);
    assertThat(june.superseded().lines()).isEqualTo(1);
    assertThat(june.superseded().amount()).isEqualByComparingTo("5000");
    assertThat(june.elsewhere().lines()).as("the return counts in May").isEqualTo(1);
    assertThat(june.elsewhere().amount()).isEqualByComparingTo("-2000");
    assertThat(june.uncalculated().amount()).isEqualByComparingTo("5500");
    LineTotal may = total(YearMonth.of(2025, 5));
    assertThat(may.elsewhere().lines()).isEqualTo(-1);
    assertThat(may.uncalculated().amount()).as("sale less return").isEqualByComparingTo("8000");
  }

  private LineTotal total(YearMonth month) {
    return totals.ofMonth(MAYA, month).stream()
        .filter(total -> total.feed().equals("ADDS-UP"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLineSaysWhyItIsCreditedOrNot() throws Exception {
    world.set("VERDICT");
    world.product("VERDICT-2");
    publish("VERDICT-BONUS", "VERDICT");
    world.committed(
        "VERDICT",
        csv(
            "V-1;1;;05/05/2026;VERDICT;VERDICT;10;1000;",
            "V-1;2;;05/05/2026;VERDICT;VERDICT-2;1;1000;"));
    Map<String, LineVerdict> found = new java.util.HashMap<>();
    world.lines("VERDICT").forEach(line -> found.put(line.product(), verdict(MAYA, line.uid())));
    assertThat(found.get("VERDICT").isCredited()).isTrue();
    assertThat(found.get("VERDICT").payee()).isEqualTo("VERDICT");
    assertThat(found.get("VERDICT").periodStart()).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(found.get("VERDICT-2").isCredited()).isFalse();
    assertThat(found.get("VERDICT-2").reason()).isEqualTo("product-not-in-scope");

    world.partner("VERDICT-OTHER", org.mitra.partners.PartnerType.DEALER, "");
    Actor own = world.user("VERDICT");
    Actor other = world.user("VERDICT-OTHER");
    var line =
        world.lines("VERDICT").stream()
            .filter(sale -> sale.product().equals("VERDICT"))
            .findFirst()
            .orElseThrow();
    assertThat(verdict(own, line.uid()).isCredited()).isTrue();
    assertThat(verdicts.of(other.scope(), line.uid())).as("none of his business").isEmpty();
  }

  private LineVerdict verdict(Actor actor, java.util.UUID line) {
    return verdicts.of(actor.scope(), line).stream()
        .filter(verdict -> verdict.program().equals("VERDICT-BONUS"))
        .findFirst()
        .orElseThrow();
  }

  private void publish(String code, String product) {
    Terms terms =
        new Terms(
            new Label("Bonus", "Bonus"),
            Optional.of(Currency.IDR),
            ZoneId.of("Asia/Jakarta"),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2028, 1, 1),
            1,
            0,
            Optional.empty(),
            Payee.BUYER,
            new Scope(
                Set.of(Flow.SELL_IN), Set.of(product), Set.of(), Set.of(), Set.of(), Set.of()),
            EnrollmentMode.EVERYONE,
            CreditFrom.ENROLLMENT,
            ReturnsCount.IN_PERIOD_OF_SALE,
            Optional.empty(),
            new PerUnit(new BigDecimal("500")),
            Limits.NONE);
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
    programs.submit(MAYA, draft.version(), "meant so");
    programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
    programs.publish(MAYA, draft.version());
  }

  @Test
  void linesWithoutNumbersAreKnownByWhatTheySay() throws Exception {
    world.set("NUMBERLESS");
    world.mapping(
        "NUMBERLESS lines",
        FeedWorld.mapping("NUMBERLESS", "CSV", ", \"sales\": {\"lineFromContent\": true}"));
    byte[] file =
        csv(
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;10;1000;",
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;10;1000;",
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;3;1000;");
    ImportDetail looked = world.previewed("NUMBERLESS lines", file);
    assertThat(looked.preview().outcomes()).isEqualTo(Map.of("NEW", 3L));
    world.commit(looked.summary().uid());
    assertThat(world.net("NUMBERLESS")).isEqualByComparingTo("23000");
    byte[] permuted =
        csv(
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;3;1000;",
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;10;1000;",
            "N-1;;;05/05/2026;NUMBERLESS;NUMBERLESS;10;1000;");
    assertThat(world.previewed("NUMBERLESS lines", permuted).preview().outcomes())
        .isEqualTo(Map.of("UNCHANGED", 3L));
    List<ControlTotal> again = world.committed("NUMBERLESS lines", permuted).totals();
    assertThat(again).hasSize(1);
    assertThat(again.get(0).unchanged().lines()).isEqualTo(3);
    assertThat(world.versions("NUMBERLESS")).isEqualTo(3);
  }
}
