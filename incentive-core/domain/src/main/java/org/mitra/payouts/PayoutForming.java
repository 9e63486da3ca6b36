package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.tax.Taxes;
import org.mitra.tax.Withheld;

/** Turns a partner's payables into payouts, one for each currency. */
@ApplicationScoped
public class PayoutForming {
  @Inject private Sql sql;
  @Inject private Taxes taxes;
  @Inject private Clawbacks clawbacks;
  @Inject private PayoutSettings settings;
  @Inject private BusinessClock clock;

  private record Open(
      long id, String sourceKind, Money amount, LocalDate earnedFrom, LocalDate earnedUntil) {}

  /**
   * Takes what waits to be paid to a partner into payouts of the settlement, in the running
   * transaction. A currency in which he has his payout already is left alone.
   *
   * @param lastDay amounts earned from later days on are left out
   * @param chosen codes of programs; empty for all
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void form(long settlementId, long partnerId, LocalDate lastDay, Set<String> chosen) {
    Map<Currency, List<Open>> byCurrency = new TreeMap<>(Comparator.comparing(Currency::code));
    for (Open open : open(partnerId, lastDay, chosen)) {
      byCurrency.computeIfAbsent(open.amount().currency(), currency -> new ArrayList<>()).add(open);
    }
    byCurrency.forEach((currency, payables) -> form(settlementId, partnerId, currency, payables));
  }

  private List<Open> open(long partnerId, LocalDate lastDay, Set<String> chosen) {
    List<Object> parameters = new ArrayList<>(List.of(partnerId, lastDay));
    parameters.addAll(chosen);
    return sql.rows(
        row ->
            new Open(
                row.number("id"),
                row.text("source_kind"),
                new Money(row.decimal("amount"), Currency.of(row.text("currency"))),
                row.day("earned_from"),
                row.day("earned_until")),
        "SELECT a.id, a.source_kind, a.amount, a.currency, a.earned_from, a.earned_until"
            + " FROM payable a JOIN program p ON p.id = a.program_id"
            + " WHERE a.partner_id = ? AND a.payout_id IS NULL AND a.earned_from <= ?"
            + Payables.ofPrograms("p.code", chosen)
            + " ORDER BY a.id FOR UPDATE",
        parameters.toArray());
  }

  private void form(long settlementId, long partnerId, Currency currency, List<Open> payables) {
    Money gross = Money.zero(currency);
    Map<String, Money> sums = new HashMap<>();
    for (Open open : payables) {
      gross = gross.plus(open.amount());
      sums.merge(open.sourceKind(), open.amount(), Money::plus);
    }
    Withheld withheld =
        taxes.on(clock.today()).withhold(taxes.recipient(partnerId), sums, currency);
    PayoutAmounts amounts =
        PayoutAmounts.of(
            gross, withheld.amount(), clawbacks.owed(partnerId, currency), clawbacks.share());
    boolean carried = amounts.isCarried(settings.minimum(currency));
    if (carried) {
      Money zero = Money.zero(currency);
      amounts = new PayoutAmounts(gross, zero, zero, zero, gross);
    }
    boolean first = insert(settlementId, partnerId, payables, amounts, withheld, carried);
    if (!first || carried) {
      return;
    }
    long payout =
        sql.row(
                row -> row.number("id"),
                "SELECT id FROM payout WHERE settlement_id = ? AND partner_id = ? AND currency = ?",
                settlementId,
                partnerId,
                currency.code())
            .orElseThrow();
    sql.batch(
        "UPDATE payable SET payout_id = ? WHERE id = ?",
        payables.stream().map(open -> new Object[] {payout, open.id()}).toList());
    clawbacks.plan(payout, partnerId, amounts.recovered());
  }

  private boolean insert(
      long settlementId,
      long partnerId,
      List<Open> payables,
      PayoutAmounts amounts,
      Withheld withheld,
      boolean carried) {
    boolean taxed = amounts.tax().signum() > 0;
    UUID uid = Uids.next(clock.now());
    return sql.insertOnce(
        "INSERT INTO payout (uid, settlement_id, partner_id, currency, covers_from, covers_until,"
            + " payables, gross, tax_form, tax_rate, tax_base, tax, recovered, added, net, state,"
            + " reason, decided_by, attempt)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', 0)",
        uid,
        settlementId,
        partnerId,
        amounts.gross().currency().code(),
        payables.stream().map(Open::earnedFrom).min(LocalDate::compareTo).orElseThrow(),
        payables.stream().map(Open::earnedUntil).max(LocalDate::compareTo).orElseThrow(),
        payables.size(),
        amounts.gross().amount(),
        taxed ? withheld.form() : "",
        taxed ? withheld.rate().toString() : "",
        taxed ? withheld.base().amount() : amounts.tax().amount(),
        amounts.tax().amount(),
        amounts.recovered().amount(),
        amounts.added().amount(),
        amounts.net().amount(),
        carried ? PayoutState.CARRIED : PayoutState.PREPARED);
  }
}
