package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.bank.BankAccounts;
import org.mitra.bank.UsableAccount;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;
import org.mitra.remittance.Payer;
import org.mitra.remittance.RemittanceFiles;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.remittance.Transfer;

/**
 * The steps by which a settlement's payouts leave: what the releaser sees, the set that he
 * releases, each payout's entry and statement, the files. Each step is a short transaction that
 * finds nothing left to do when it is repeated.
 */
@ApplicationScoped
public class PayoutRelease {
  @Inject private Sql sql;
  @Inject private PayoutList payoutList;
  @Inject private PayoutBooks books;
  @Inject private BankAccounts bankAccounts;
  @Inject private RemittanceFiles remittanceFiles;
  @Inject private Payer payer;

  /** What there is to release, in the running transaction. */
  @Transactional
  public ReleaseView view(long settlementId) {
    Set<Currency> payable = payer.accounts().keySet();
    var digest = Sha256.digest();
    Map<Currency, CurrencyTotal> totals = new TreeMap<>(Comparator.comparing(Currency::code));
    List<ReleaseView.Ready> ready = new ArrayList<>();
    sql.each(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          PayoutState state = row.constant("state", PayoutState.class);
          Optional<PayoutBlock> block = payoutList.block(row, payable);
          boolean waits = state == PayoutState.PREPARED || state == PayoutState.RETURNED;
          boolean isReady = waits && block.isEmpty();
          totals.merge(
              currency,
              CurrencyTotal.of(state, isReady, block.isPresent(), PayoutAmounts.of(row)),
              CurrencyTotal::plus);
          if (waits) {
            boolean transfers = row.decimal("net").signum() > 0;
            var account = transfers ? row.optionalNumber("current_id") : OptionalLong.empty();
            digest.update(line(row, state, account, block));
            if (isReady) {
              ready.add(new ReleaseView.Ready(row.number("id"), account));
            }
          }
        },
        "SELECT "
            + PayoutList.COLUMNS
            + " FROM "
            + payoutList.tables()
            + " WHERE o.settlement_id = ? ORDER BY o.id",
        settlementId);
    return new ReleaseView(Sha256.from(digest.digest()), List.copyOf(totals.values()), ready);
  }

  private static byte[] line(
      Sql.Row row, PayoutState state, OptionalLong account, Optional<PayoutBlock> block)
      throws SQLException {
    return Sha256.ofParts(
            row.uuid("uid").toString(),
            row.decimal("gross").toPlainString(),
            row.decimal("tax").toPlainString(),
            row.decimal("recovered").toPlainString(),
            row.decimal("added").toPlainString(),
            row.decimal("net").toPlainString(),
            state.name(),
            account.toString(),
            block.map(PayoutBlock::name).orElse(""))
        .bytes();
  }

  /** Who said of those that go once more that the bank sent the money back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> returnedBy(long settlementId, List<ReleaseView.Ready> ready) {
    Set<Long> leaving = ready.stream().map(ReleaseView.Ready::id).collect(Collectors.toSet());
    Set<String> people = new TreeSet<>();
    sql.each(
        row -> {
          if (leaving.contains(row.number("id"))) {
            people.add(row.text("recorded_by"));
          }
        },
        "SELECT o.id, i.recorded_by FROM payout o JOIN remittance_item i"
            + " ON i.payout_id = o.id AND i.attempt = o.attempt"
            + " WHERE o.settlement_id = ? AND o.state = 'RETURNED'",
        settlementId);
    return people;
  }

  /**
   * Marks what is released, with the account that each goes to: in the transaction of the decision.
   *
   * @throws Problem 409 when one of them changed meanwhile
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(long releaseId, List<ReleaseView.Ready> ready) {
    for (ReleaseView.Ready payout : ready) {
      int won =
          sql.update(
              "UPDATE payout SET state = 'RELEASING', release_id = ?, account_id = ?, reason = ''"
                  + " WHERE id = ? AND state IN ('PREPARED', 'RETURNED')",
              releaseId,
              payout.account().isPresent() ? payout.account().getAsLong() : null,
              payout.id());
      if (won != 1) {
        throw Problem.conflict("settlement.changed");
      }
    }
  }

  /** Row ids of the release's payouts that are not in the books yet. */
  @Transactional
  public List<Long> pending(long releaseId) {
    return sql.rows(
        row -> row.number("id"),
        "SELECT id FROM payout WHERE release_id = ? AND state = 'RELEASING' ORDER BY id",
        releaseId);
  }

  /** Writes one payout's entry and statement; nothing when it is done already. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public void release(Actor releaser, long payoutId, Instant releasedAt) {
    Optional<ReleasedPayout> payout =
        sql.row(
            ReleasedPayout::of,
            "SELECT o.*, p.code AS partner_code, p.name AS partner_name, p.tax_number, s.last_day"
                + " FROM payout o JOIN partner p ON p.id = o.partner_id"
                + " JOIN settlement s ON s.id = o.settlement_id"
                + " WHERE o.id = ? AND o.state = 'RELEASING' FOR UPDATE",
            payoutId);
    payout.ifPresent(p -> release(releaser, p, releasedAt));
  }

  private void release(Actor releaser, ReleasedPayout payout, Instant releasedAt) {
    boolean transfers = payout.amounts().net().signum() > 0;
    if (payout.attempt() == 0) {
      books.firstTime(releaser, payout, releasedAt);
    } else {
      books.again(releaser, payout);
    }
    sql.update(
        "UPDATE payout SET state = ?, attempt = attempt + ? WHERE id = ?",
        transfers ? PayoutState.RELEASED : PayoutState.OFFSET,
        transfers ? 1 : 0,
        payout.id());
  }

  /** Currencies in which the release has transfers that are in no file yet. */
  @Transactional
  public List<Currency> withoutFile(long releaseId) {
    return sql.rows(
        row -> Currency.of(row.text("currency")),
        "SELECT DISTINCT o.currency FROM payout o WHERE o.release_id = ? AND o.net > 0"
            + " AND NOT EXISTS (SELECT 1 FROM remittance_file f"
            + " WHERE f.release_id = o.release_id AND f.currency = o.currency) ORDER BY o.currency",
        releaseId);
  }

  /** Makes the release's file in one currency. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public void makeFile(
      Actor releaser,
      long releaseId,
      Currency currency,
      RemittanceFormat format,
      Instant releasedAt) {
    record Leaving(long id, int attempt, BigDecimal net, long account, long settlement) {}
    List<Leaving> leaving =
        sql.rows(
            row ->
                new Leaving(
                    row.number("id"),
                    row.integer("attempt"),
                    row.decimal("net"),
                    row.number("account_id"),
                    row.number("settlement_id")),
            "SELECT * FROM payout WHERE release_id = ? AND currency = ? AND net > 0"
                + " AND state = 'RELEASED' ORDER BY id FOR UPDATE",
            releaseId,
            currency.code());
    List<Transfer> transfers = new ArrayList<>();
    Map<Long, UsableAccount> accounts = new HashMap<>();
    for (Leaving payout : leaving) {
      String number = SerialNumber.of("P", payout.id());
      transfers.add(
          new Transfer(
              payout.id(),
              payout.attempt(),
              number,
              accounts.computeIfAbsent(payout.account(), bankAccounts::account),
              new Money(payout.net(), currency),
              "Incentive " + SerialNumber.of("S", payout.settlement()) + " " + number));
    }
    remittanceFiles.make(releaser, releaseId, currency, format, releasedAt, transfers);
  }
}
