package org.mitra.settlements;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.clawbacks.ClawbackSummary;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.clawbacks.WriteOffs;
import org.mitra.data.ListQuery;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.payouts.Payables;
import org.mitra.payouts.PayoutBlock;
import org.mitra.payouts.PayoutState;
import org.mitra.payouts.PayoutSummary;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.statements.StatementDetail;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.Taxes;

/** Payouts that are not simply paid: blocked, excluded, sent back, or made of what is owed. */
@ExtendWith(ArquillianExtension.class)
class PayoutsIT extends SettlementStage {
  @Inject private Clawbacks clawbacks;
  @Inject private WriteOffs writeOffs;
  @Inject private Taxes taxes;
  @Inject private Ledger ledger;

  @Test
  void whatHasNoAccountWaitsAndTheRestLeaves() {
    Actor other = world.partner(prefix + "-O");
    world.account(other, "0123456789");
    sold(dealer, "-1", 1, 10);
    sold(other, "-2", 1, 20);
    SettlementPreview preview =
        settlements.preview(
            SettlementWorld.DEWI, new PrepareSettlement(world.lastDay(1), List.of(prefix)));
    assertThat(preview.blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.block()).isEqualTo(PayoutBlock.ACCOUNT_MISSING);
              assertThat(blocked.partners()).containsExactly(prefix + "-D");
              assertThat(blocked.net().amount()).isEqualByComparingTo("850000");
            });

    UUID uid = world.prepared(prefix, world.lastDay(1)).summary().uid();
    SettlementDetail partly = world.released(uid);
    assertThat(partly.summary().state()).isEqualTo(SettlementState.PARTLY_RELEASED);
    assertThat(files(uid)).singleElement().extracting(RemittanceFileSummary::payments).isEqualTo(1);
    refused(
        "settlement.nothing-to-release",
        422,
        () ->
            settlements.release(
                SettlementWorld.HENDRA,
                uid,
                new ReleaseSettlement(partly.digest(), RemittanceFormat.CSV)));

    world.account(dealer, "777001");
    SettlementDetail whole = world.released(uid, RemittanceFormat.CSV);
    assertThat(whole.summary().state()).isEqualTo(SettlementState.RELEASED);
    assertThat(files(uid)).hasSize(2);
    String csv =
        new String(
            files.download(SettlementWorld.DEWI, files(uid).get(0).uid()).bytes(),
            StandardCharsets.UTF_8);
    assertThat(csv).contains("777001").contains("850000").doesNotContain("=Dealer");
  }

  @Test
  void whatCameUndoneIsCarriedAndRecoveredByHalves() {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 3, 20);
    world.released(world.prepared(prefix, world.lastDay(3)).summary().uid());

    world.comeBack(dealer, prefix, prefix + "-1", world.lastDay(2).minusDays(2), 20);
    UUID negative = world.prepared(prefix, world.lastDay(2)).summary().uid();
    PayoutSummary owed = only(world.payouts(negative));
    assertThat(owed.gross()).isEqualByComparingTo("-2000000");
    assertThat(owed.added()).isEqualByComparingTo("2000000");
    assertThat(owed.net()).isZero();
    world.released(negative);
    assertThat(only(world.payouts(negative)).state()).isEqualTo(PayoutState.OFFSET);
    assertThat(files(negative)).isEmpty();

    sold(dealer, "-2", 1, 10);
    UUID later = world.prepared(prefix, world.lastDay(1)).summary().uid();
    PayoutSummary half = only(world.payouts(later));
    assertThat(half.recovered()).isEqualByComparingTo("500000");
    assertThat(half.net()).isEqualByComparingTo("350000");
    world.released(later);
    StatementDetail statement = statement(only(world.payouts(later)));
    assertThat(statement.booked().agrees()).isTrue();
    assertThat(statement.content().owed().amount()).isEqualByComparingTo("1500000");

    ClawbackSummary clawback =
        clawbacks
            .list(SettlementWorld.DEWI, ListQuery.firstRows(5).filtered("partner", prefix + "-D"))
            .rows()
            .get(0);
    assertThat(clawback.openAmount()).isEqualByComparingTo("1500000");
    UUID request =
        writeOffs.request(
            SettlementWorld.DEWI, clawback.uid(), new BigDecimal("1500000"), "Goodwill");
    refused("access.four-eyes", 403, () -> writeOffs.decide(SettlementWorld.DEWI, request, true));
    writeOffs.decide(SettlementWorld.HENDRA, request, true);
    assertThat(clawbacks.get(dealer, clawback.uid()).summary().openAmount()).isZero();
    assertThat(ledger.imbalances().values()).allMatch(sum -> sum.signum() == 0);
  }

  @Test
  void zeroIsNotPaidAndAPersonIsNotTaxedAsACompany() {
    Actor person = world.partner(prefix + "-P");
    world.account(person, "123123");
    taxes.treatAs(SettlementWorld.DEWI, prefix + "-P", TaxRecipient.PERSON);
    sold(person, "-1", 1, 10);
    sold(dealer, "-2", 1, 10);
    world.comeBack(dealer, prefix, prefix + "-2", world.lastDay(1).minusDays(2), 10);

    UUID uid = world.prepared(prefix, world.lastDay(1)).summary().uid();
    assertThat(world.payouts(uid)).hasSize(1);
    PayoutSummary payout = world.payouts(uid).get(0);
    assertThat(payout.partnerCode()).isEqualTo(prefix + "-P");
    assertThat(payout.taxForm()).isEqualTo("PPH21");
    assertThat(payout.tax()).as("half of it at 5 percent").isEqualByComparingTo("25000");
    assertThat(payout.net()).isEqualByComparingTo("975000");

    PayoutSummary out = payouts.exclude(SettlementWorld.DEWI, payout.uid(), "Asked for by mail");
    assertThat(out.state()).isEqualTo(PayoutState.EXCLUDED);
    refused(
        "payout.not-prepared",
        409,
        () -> payouts.exclude(SettlementWorld.DEWI, payout.uid(), "Again"));
    UUID next = world.prepared(prefix, world.lastDay(1)).summary().uid();
    assertThat(only(world.payouts(next)).net()).isEqualByComparingTo("975000");
  }

  @Test
  void whatTheBankSendsBackGoesOnceMoreToACorrectedAccount() {
    world.account(dealer, "111222");
    sold(dealer, "-1", 1, 10);
    UUID uid = world.prepared(prefix, world.lastDay(1)).summary().uid();
    world.released(uid);
    PayoutSummary payout = only(world.payouts(uid));
    LocalDate today = LocalDate.now(SettlementWorld.JAKARTA);
    refused(
        "payout.future",
        400,
        () -> payouts.markPaid(SettlementWorld.DEWI, payout.uid(), today.plusDays(1), ""));
    refused(
        "access.four-eyes",
        403,
        () -> payouts.markReturned(SettlementWorld.HENDRA, payout.uid(), today, "Account closed"));
    payouts.markReturned(SettlementWorld.DEWI, payout.uid(), today, "Account closed");
    refused(
        "payout.not-sent",
        409,
        () -> payouts.markReturned(SettlementWorld.DEWI, payout.uid(), today, "Account closed"));
    assertThat(only(world.payouts(uid)).block())
        .isEqualTo(PayoutBlock.ACCOUNT_NOT_CORRECTED.name());

    world.account(dealer, "333444");
    world.released(uid);
    assertThat(files(uid)).hasSize(2);
    assertThat(payouts.get(SettlementWorld.DEWI, payout.uid()).transfers()).hasSize(2);
    assertThat(
            ledger
                .balance(
                    new org.mitra.ledger.Entry.Place(Payables.PAYABLE, prefix + "-D", prefix),
                    Currency.IDR)
                .amount())
        .isZero();
  }

  @Test
  void whoSaysThatMoneyCameBackDoesNotPayItAgain() {
    Actor joko = SettlementWorld.staff("joko", Role.FINANCE);
    world.account(dealer, "111222");
    sold(dealer, "-1", 1, 10);
    UUID uid = world.prepared(prefix, world.lastDay(1)).summary().uid();
    world.released(uid);
    payouts.markReturned(
        joko, only(world.payouts(uid)).uid(), LocalDate.now(SettlementWorld.JAKARTA), "Closed");
    world.account(dealer, "333444");
    ReleaseSettlement again =
        new ReleaseSettlement(settlements.get(joko, uid).digest(), RemittanceFormat.PAIN_001);
    refused("access.four-eyes", 403, () -> settlements.release(joko, uid, again));
    world.released(uid);
    assertThat(only(world.payouts(uid)).state()).isEqualTo(PayoutState.RELEASED);
  }
}
