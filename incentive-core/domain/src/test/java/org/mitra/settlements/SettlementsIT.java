package org.mitra.settlements;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.engine.Explanation;
import org.mitra.home.Figure;
import org.mitra.home.Home;
import org.mitra.ledger.Ledger;
import org.mitra.money.Money;
import org.mitra.payouts.PayableDetail;
import org.mitra.payouts.PayoutState;
import org.mitra.payouts.PayoutSummary;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.statements.StatementContent;
import org.mitra.statements.StatementDetail;
import org.mitra.statements.StatementSummary;

/** A month that is over, on its way to a payout and its statement. */
@ExtendWith(ArquillianExtension.class)
class SettlementsIT extends SettlementStage {
  @Inject private Home home;
  @Inject private Ledger ledger;

  /** What the dealer's home page says is on its way. */
  private List<Figure> coming() {
    return home.cards(dealer).stream()
        .filter(card -> card.key().equals("coming"))
        .findFirst()
        .orElseThrow()
        .figures();
  }

  @Test
  void aMonthBecomesAPayoutAFileAndAStatementThatAgree() {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 1, 70);
    sold(dealer, "-2", 1, 130);
    LocalDate lastDay = world.lastDay(1);

    SettlementPreview preview =
        settlements.preview(SettlementWorld.DEWI, new PrepareSettlement(lastDay, List.of(prefix)));
    assertThat(preview.periods()).isNotEmpty();
    assertThat(preview.blocked()).isEmpty();
    SettlementPreview.Total total = preview.totals().get(0);
    assertThat(total.gross().amount()).isEqualByComparingTo("20000000");
    assertThat(total.tax().amount()).isEqualByComparingTo("3000000");
    assertThat(total.net().amount()).isEqualByComparingTo("17000000");

    SettlementDetail prepared = world.prepared(prefix, lastDay);
    assertThat(prepared.summary().state()).isEqualTo(SettlementState.PREPARED);
    assertThat(prepared.closed()).hasSameSizeAs(preview.periods());
    assertThat(coming()).as("what waits for its release is on its way").hasSize(1);
    PayoutSummary payout = only(world.payouts(prepared.summary().uid()));
    assertThat(payout.gross()).isEqualByComparingTo(total.gross().amount());
    assertThat(payout.tax()).isEqualByComparingTo(total.tax().amount());
    assertThat(payout.net()).isEqualByComparingTo(total.net().amount());
    assertThat(payout.taxForm()).isEqualTo("PPH23");
    PayableDetail why =
        payables.get(
            SettlementWorld.DEWI,
            payouts.get(SettlementWorld.DEWI, payout.uid()).payables().get(0).uid());
    assertThat(leaves(why.explanation()).amount()).isEqualByComparingTo("20000000");

    SettlementDetail released = world.released(prepared.summary().uid());
    assertThat(released.summary().state()).isEqualTo(SettlementState.RELEASED);
    PayoutSummary paid = only(world.payouts(prepared.summary().uid()));
    assertThat(paid.state()).isEqualTo(PayoutState.RELEASED);
    assertThat(coming()).isEmpty();
    RemittanceFileSummary file = files(prepared.summary().uid()).get(0);
    assertThat(file.total()).isEqualByComparingTo("17000000");
    assertThat(file.payments()).isEqualTo(1);
    String xml =
        new String(
            files.download(SettlementWorld.HENDRA, file.uid()).bytes(), StandardCharsets.UTF_8);
    assertThat(xml).contains("<CtrlSum>17000000</CtrlSum>").contains("0123456789");
    refused("access.role-missing", 403, () -> files.download(AUDITOR, file.uid()));

    StatementDetail statement = statement(paid);
    assertThat(statement.booked().agrees()).isTrue();
    assertThat(statement.content().net().amount()).isEqualByComparingTo("17000000");
    assertThat(statement.content().account().orElseThrow().maskedNumber()).doesNotContain("012345");
    for (StatementContent.Line line : statement.content().lines()) {
      assertThat(leaves(line.explanation().orElseThrow())).isEqualTo(line.entitled());
    }
    assertThat(ledger.imbalances().values()).allMatch(sum -> sum.signum() == 0);
    payouts.markPaid(SettlementWorld.DEWI, paid.uid(), LocalDate.now(SettlementWorld.JAKARTA), "");
    assertThat(only(world.payouts(prepared.summary().uid())).state()).isEqualTo(PayoutState.PAID);
  }

  private static Money leaves(Explanation step) {
    return step.parts().isEmpty()
        ? step.amount()
        : step.parts().stream()
            .map(SettlementsIT::leaves)
            .reduce(Money.zero(step.amount().currency()), Money::plus);
  }

  @Test
  void whoPreparedDoesNotReleaseAndNobodyReleasesWhatHeHasNotSeen() {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 1, 10);
    SettlementDetail seen = world.prepared(prefix, world.lastDay(1));
    UUID uid = seen.summary().uid();
    ReleaseSettlement command = new ReleaseSettlement(seen.digest(), RemittanceFormat.CSV);

    refused("access.four-eyes", 403, () -> settlements.release(SettlementWorld.DEWI, uid, command));
    refused(
        "access.role-missing", 403, () -> settlements.release(SettlementWorld.MAYA, uid, command));
    refused("access.role-missing", 403, () -> settlements.release(AUDITOR, uid, command));
    refused("access.role-missing", 403, () -> settlements.release(dealer, uid, command));
    refused("access.role-missing", 403, () -> settlements.get(dealer, uid));

    // The account changes between the look and the yes.
    world.account(dealer, "9876543210");
    refused(
        "settlement.changed", 409, () -> settlements.release(SettlementWorld.HENDRA, uid, command));
    assertThat(only(world.payouts(uid)).state()).isEqualTo(PayoutState.PREPARED);
    refused(
        "settlement.not-over",
        422,
        () ->
            settlements.prepare(
                SettlementWorld.DEWI,
                new PrepareSettlement(LocalDate.now(SettlementWorld.JAKARTA), List.of(prefix))));
    refused(
        "settlement.program-unknown",
        422,
        () ->
            settlements.prepare(
                SettlementWorld.DEWI,
                new PrepareSettlement(world.lastDay(1), List.of(prefix + "-NONE"))));
  }

  @Test
  void lateSalesAndReturnsSettleTheDifferenceNextTime() {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 2, 10);
    UUID first = world.prepared(prefix, world.lastDay(2)).summary().uid();
    world.released(first);
    String hash = statement(only(world.payouts(first))).summary().hash();

    // A sale of the closed month arrives, and one of the next.
    sold(dealer, "-LATE", 2, 5);
    sold(dealer, "-2", 1, 20);
    UUID second = world.prepared(prefix, world.lastDay(1)).summary().uid();
    world.released(second);

    PayoutSummary payout = only(world.payouts(second));
    assertThat(payout.gross()).isEqualByComparingTo("2500000");
    StatementContent content = statement(payout).content();
    assertThat(content.lines()).extracting(StatementContent.Line::kind).contains("ADJUSTMENT");
    StatementContent.Line late =
        content.lines().stream()
            .filter(l -> l.kind().equals("ADJUSTMENT"))
            .findFirst()
            .orElseThrow();
    assertThat(late.entitled().amount()).isEqualByComparingTo("1500000");
    assertThat(late.settledBefore().amount()).isEqualByComparingTo("1000000");
    assertThat(late.amount().amount()).isEqualByComparingTo("500000");
    assertThat(late.origin()).isEqualTo(settlements.get(AUDITOR, first).summary().number());
    assertThat(statement(only(world.payouts(first))).summary().hash())
        .as("a statement never changes")
        .isEqualTo(hash);
    assertThat(world.prepared(prefix, world.lastDay(1)).summary().state())
        .as("run again, nothing is due")
        .isEqualTo(SettlementState.EMPTY);
  }

  @Test
  void oneSeesHisOwnStatementsOnly() {
    Actor other = world.partner(prefix + "-O");
    world.account(dealer, "111222");
    sold(dealer, "-1", 1, 10);
    UUID uid = world.prepared(prefix, world.lastDay(1)).summary().uid();
    world.released(uid);
    PayoutSummary payout = only(world.payouts(uid));

    assertThat(statements.list(dealer, ListQuery.firstRows(5)).rows())
        .extracting(StatementSummary::payout)
        .containsExactly(payout.uid());
    assertThat(statements.list(other, ListQuery.firstRows(5)).rows()).isEmpty();
    refused("not-found", 404, () -> statements.get(other, payout.statement()));
    refused("not-found", 404, () -> statements.json(other, payout.statement()));
    refused("not-found", 404, () -> payouts.get(other, payout.uid()));
    UUID payable = payouts.get(dealer, payout.uid()).payables().get(0).uid();
    refused("not-found", 404, () -> payables.get(other, payable));
    refused(
        "access.role-missing",
        403,
        () -> statements.list(SettlementWorld.MAYA, ListQuery.firstRows(5)));
  }
}
