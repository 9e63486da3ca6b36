package org.mitra.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.clawbacks.ClawbackSummary;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.clawbacks.WriteOffs;
import org.mitra.data.ListQuery;
import org.mitra.engine.Explanation;
import org.mitra.home.Figure;
import org.mitra.home.Home;
import org.mitra.idempotency.Idempotency;
import org.mitra.it.Together;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.payouts.PayableDetail;
import org.mitra.payouts.Payables;
import org.mitra.payouts.PayoutBlock;
import org.mitra.payouts.PayoutState;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.problem.Problem;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFiles;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.statements.StatementContent;
import org.mitra.statements.StatementDetail;
import org.mitra.statements.StatementSummary;
import org.mitra.statements.Statements;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.Taxes;

@ExtendWith(ArquillianExtension.class)
class SettlementsIT {
  private static final Actor AUDITOR = SettlementWorld.staff("ratna", Role.AUDITOR);

  @Inject private SettlementWorld world;
  @Inject private Settlements settlements;
  @Inject private Home home;
  @Inject private Payouts payouts;
  @Inject private Payables payables;
  @Inject private Statements statements;
  @Inject private RemittanceFiles files;
  @Inject private Clawbacks clawbacks;
  @Inject private WriteOffs writeOffs;
  @Inject private Taxes taxes;
  @Inject private Ledger ledger;
  @Inject private Idempotency idempotency;
  @Resource private ManagedThreadFactory threads;

  private String prefix;
  private Actor dealer;

  /** Everything has the test's own names, so that no test depends on another. */
  @BeforeEach
  void begin(TestInfo test) {
    prefix =
        "S"
            + Integer.toHexString(test.getDisplayName().hashCode() & 0xFFFFF)
                .toUpperCase(Locale.ROOT);
    world.program(prefix);
    dealer = world.partner(prefix + "-D");
  }

  private void sold(Actor seller, String document, int monthsAgo, int units) {
    world.sale(seller, prefix, prefix + document, world.lastDay(monthsAgo).minusDays(3), units);
  }

  private static PayoutSummary only(List<PayoutSummary> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private List<RemittanceFileSummary> files(UUID settlement) {
    return files
        .list(
            SettlementWorld.DEWI,
            ListQuery.firstRows(50).filtered("settlement", settlement.toString()))
        .rows();
  }

  /** What the dealer's home page says is on its way. */
  private List<Figure> coming() {
    return home.cards(dealer).stream()
        .filter(card -> card.key().equals("coming"))
        .findFirst()
        .orElseThrow()
        .figures();
  }

  private StatementDetail statement(PayoutSummary payout) {
    return statements.get(SettlementWorld.DEWI, payout.statement());
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
  void ofManyWhoReleaseAtOnceOneDoesAndTheFileLeavesOnce() throws InterruptedException {
    world.account(dealer, "0123456789");
    sold(dealer, "-1", 1, 10);
    SettlementDetail seen = world.prepared(prefix, world.lastDay(1));
    UUID uid = seen.summary().uid();
    ReleaseSettlement command = new ReleaseSettlement(seen.digest(), RemittanceFormat.PAIN_001);
    String key = UUID.randomUUID().toString();

    List<String> twoPeople =
        Together.run(
            threads,
            8,
            () ->
                idempotency.once(
                    SettlementWorld.HENDRA,
                    key,
                    List.of(uid.toString(), command.digest()),
                    SettlementSummary.class,
                    () -> settlements.release(SettlementWorld.HENDRA, uid, command)));
    assertThat(twoPeople).as("a repeated click has the answer of the first").containsOnly("ok");
    List<String> others =
        Together.run(
            threads,
            4,
            () -> settlements.release(SettlementWorld.staff("joko", Role.FINANCE), uid, command));
    assertThat(others).doesNotContain("ok");

    awaitRelease(uid);
    assertThat(files(uid)).hasSize(1);
    assertThat(
            world.count(
                "SELECT COUNT(*) AS n FROM remittance_item i JOIN payout o ON o.id = i.payout_id"
                    + " JOIN settlement s ON s.id = o.settlement_id WHERE s.uid = ?",
                uid))
        .isEqualTo(1);
    assertThat(
            world.count(
                "SELECT COUNT(*) AS n FROM settlement_release r"
                    + " JOIN settlement s ON s.id = r.settlement_id WHERE s.uid = ?",
                uid))
        .isEqualTo(1);
  }

  /** The worker carries it out by itself. */
  private void awaitRelease(UUID uid) throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (settlements.get(SettlementWorld.DEWI, uid).summary().isBusy()) {
      assertThat(System.nanoTime()).as("released in time").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  @Test
  void killedAnywhereAndStartedAgainNothingHappensTwice() {
    for (int i = 0; i < 4; i++) {
      Actor partner = world.partner(prefix + "-" + i);
      world.account(partner, "55500" + i);
      sold(partner, "-" + i, 1, 10 + i);
    }
    SettlementSummary begun = world.begun(prefix, world.lastDay(1));
    int kills = 0;
    boolean killed = true;
    while (killed) {
      int steps = kills;
      killed = isKilled(() -> world.prepareUntil(begun, steps), kills);
      kills += killed ? 1 : 0;
    }
    assertThat(kills).as("killed several times").isGreaterThan(3);
    UUID uid = begun.uid();
    assertThat(world.payouts(uid)).hasSize(4);
    assertThat(sum(world.payouts(uid))).isEqualByComparingTo("4600000");

    UUID release = world.decided(uid, RemittanceFormat.PAIN_001);
    for (int steps = 0; steps < 3; steps++) {
      // One payout more each time, and the first of them again and again.
      assertThatThrownBy(() -> world.carryOut(release, 1))
          .isInstanceOf(SettlementWorld.Killed.class);
    }
    world.carryOut(release, Integer.MAX_VALUE);
    world.carryOut(release, Integer.MAX_VALUE);

    assertThat(settlements.get(SettlementWorld.DEWI, uid).summary().state())
        .isEqualTo(SettlementState.RELEASED);
    assertThat(files(uid)).hasSize(1);
    assertThat(files(uid).get(0).payments()).isEqualTo(4);
    assertThat(files(uid).get(0).total()).isEqualByComparingTo("3910000");
    assertThat(
            world.payouts(uid).stream()
                .map(p -> statement(p).booked().cash())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("3910000");
    world.payouts(uid).forEach(p -> assertThat(statement(p).booked().agrees()).isTrue());
  }

  private static boolean isKilled(Runnable work, int before) {
    assertThat(before).as("comes to an end").isLessThan(50);
    try {
      work.run();
      return false;
    } catch (SettlementWorld.Killed e) {
      return true;
    }
  }

  private static BigDecimal sum(List<PayoutSummary> list) {
    return list.stream().map(PayoutSummary::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

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

  @Test
  void whatChangesWhileASettlementIsInterruptedWaitsForTheNext() {
    Actor other = world.partner(prefix + "-O");
    world.account(dealer, "111222");
    world.account(other, "111333");
    sold(dealer, "-1", 1, 10);
    sold(other, "-2", 1, 20);
    SettlementSummary begun = world.begun(prefix, world.lastDay(1));
    int kills = 0;
    while (world.payouts(begun.uid()).isEmpty()) {
      int steps = kills;
      assertThat(isKilled(() -> world.prepareUntil(begun, steps), kills)).isTrue();
      kills++;
    }
    sold(dealer, "-LATE", 1, 5);

    world.prepareUntil(begun, Integer.MAX_VALUE);
    assertThat(sum(world.payouts(begun.uid()))).isEqualByComparingTo("3000000");
    world.released(begun.uid());
    UUID next = world.prepared(prefix, world.lastDay(1)).summary().uid();
    assertThat(only(world.payouts(next)).gross()).isEqualByComparingTo("500000");
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

  private static void refused(String code, int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
