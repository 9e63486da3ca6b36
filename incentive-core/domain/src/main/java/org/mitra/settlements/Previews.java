package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitra.accruals.ClosedPeriods;
import org.mitra.accruals.EndedPeriod;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.Settles;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.payouts.PayoutAmounts;
import org.mitra.payouts.PayoutBlock;
import org.mitra.payouts.PayoutBlocks;
import org.mitra.payouts.PayoutSettings;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.Taxes;
import org.mitra.tax.Withheld;

/** Works out what a settlement would come to: the same sums, and nothing written. */
@ApplicationScoped
class Previews {
  /** How many partners are named for each reason. */
  private static final int NAMED = 10;

  @Inject private Sql sql;
  @Inject private ClosedPeriods closedPeriods;
  @Inject private Taxes taxes;
  @Inject private Clawbacks clawbacks;
  @Inject private PayoutBlocks payoutBlocks;
  @Inject private PayoutSettings settings;
  @Inject private BusinessClock clock;

  private record Key(long partner, Currency currency) {}

  private static final class Sums {
    private final Map<String, Money> bySource = new HashMap<>();
    private Money owed;
  }

  SettlementPreview of(PrepareSettlement command) {
    Set<String> chosen = command.chosen();
    LocalDate lastDay = command.lastDay();
    List<EndedPeriod> ended = closedPeriods.ended(lastDay, chosen);
    Tally tally = tally(sums(lastDay, chosen));
    return new SettlementPreview(
        lastDay,
        List.copyOf(chosen),
        ended.stream().map(this::period).toList(),
        List.copyOf(tally.totals.values()),
        blocked(tally.blocked));
  }

  private SettlementPreview.PeriodPreview period(EndedPeriod ended) {
    int[] partners = {0};
    Settles[] settles = {Settles.PAYOUT};
    List<Money> earned = new ArrayList<>();
    sql.each(
        row -> {
          partners[0] += row.integer("partners");
          settles[0] = row.constant("settles", Settles.class);
          earned.add(new Money(row.decimal("entitled"), Currency.of(row.text("currency"))));
        },
        "SELECT a.currency, MAX(a.settles) AS settles, COUNT(*) AS partners, SUM(a.entitled) AS entitled FROM accrual a"
            + " JOIN program p ON p.id = a.program_id WHERE p.code = ? AND a.period_start = ?"
            + " AND a.entitled <> 0 GROUP BY a.currency ORDER BY a.currency",
        ended.program(),
        ended.period().start());
    LocalDate until = ended.reportableUntil();
    boolean stillReported = until != null && !until.isBefore(clock.today());
    return new SettlementPreview.PeriodPreview(
        ended.program(),
        ended.nameId(),
        ended.nameEn(),
        ended.period(),
        stillReported ? until : null,
        partners[0],
        earned,
        settles[0]);
  }

  private Map<Key, Sums> sums(LocalDate lastDay, Set<String> chosen) {
    Map<Key, Sums> sums = new HashMap<>();
    String ofChosen =
        chosen.isEmpty()
            ? ""
            : chosen.stream()
                .map(c -> "?")
                .collect(Collectors.joining(", ", " AND p.code IN (", ")"));
    // Open periods that are over, and what closed ones came to since they were settled.
    add(
        sums,
        "SELECT a.partner_id, a.currency, 'ACCRUAL' AS source, SUM(a.entitled - COALESCE((SELECT"
            + " SUM(t.amount) FROM true_up t WHERE t.accrual_id = a.id"
            + " AND t.settlement_id IS NOT NULL), 0)) AS amount FROM accrual a"
            + " JOIN program p ON p.id = a.program_id LEFT JOIN closed_period c"
            + " ON c.program_id = a.program_id AND c.period_start = a.period_start"
            + " WHERE a.settles = 'PAYOUT' AND ((c.program_id IS NULL AND a.period_end <= ?) OR (c.program_id IS NOT NULL"
            + " AND (a.entitled <> a.posted OR EXISTS (SELECT 1 FROM true_up n"
            + " WHERE n.accrual_id = a.id AND n.settlement_id IS NULL))))"
            + ofChosen
            + " GROUP BY a.partner_id, a.currency",
        lastDay.plusDays(1),
        chosen);
    add(
        sums,
        "SELECT a.partner_id, a.currency, a.source_kind AS source, SUM(a.amount) AS amount"
            + " FROM payable a JOIN program p ON p.id = a.program_id"
            + " WHERE a.payout_id IS NULL AND a.earned_from <= ?"
            + ofChosen
            + " GROUP BY a.partner_id, a.currency, a.source_kind",
        lastDay,
        chosen);
    sql.each(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          Sums known = sums.get(new Key(row.number("partner_id"), currency));
          if (known != null) {
            known.owed = new Money(row.decimal("owed"), currency);
          }
        },
        "SELECT partner_id, currency, SUM(open_amount) AS owed FROM clawback WHERE open_amount > 0"
            + " GROUP BY partner_id, currency");
    return sums;
  }

  private void add(Map<Key, Sums> sums, String query, LocalDate day, Set<String> chosen) {
    sql.each(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          Money amount = new Money(row.decimal("amount"), currency);
          if (!amount.isZero()) {
            sums.computeIfAbsent(new Key(row.number("partner_id"), currency), key -> new Sums())
                .bySource
                .merge(row.text("source"), amount, Money::plus);
          }
        },
        query,
        Stream.concat(Stream.of(day), chosen.stream()).toArray());
  }

  private record Held(PayoutBlock block, Currency currency) {}

  private static final class Tally {
    private final Map<Currency, SettlementPreview.Total> totals =
        new TreeMap<>(Comparator.comparing(Currency::code));
    private final Map<Held, Map<Long, Money>> blocked = new HashMap<>();
  }

  private Tally tally(Map<Key, Sums> sums) {
    Map<Long, TaxRecipient> recipients = taxes.recipients();
    Tally tally = new Tally();
    Taxes.Rates rates = taxes.on(clock.today());
    PayoutBlocks.Now blocks = payoutBlocks.now();
    sums.forEach(
        (key, sum) -> {
          TaxRecipient recipient = recipients.get(key.partner());
          PayoutAmounts amounts = amounts(key.currency(), sum, rates, recipient);
          SettlementPreview.Total total = one(amounts);
          tally.totals.merge(key.currency(), total, Previews::plus);
          if (total.net().signum() > 0) {
            blocks
                .of(key.partner(), key.currency())
                .ifPresent(
                    block ->
                        tally
                            .blocked
                            .computeIfAbsent(
                                new Held(block, key.currency()), held -> new TreeMap<>())
                            .put(key.partner(), total.net()));
          }
        });
    return tally;
  }

  private PayoutAmounts amounts(
      Currency currency, Sums sum, Taxes.Rates rates, TaxRecipient recipient) {
    Money zero = Money.zero(currency);
    Withheld withheld = rates.withhold(recipient, sum.bySource, currency);
    Money gross = sum.bySource.values().stream().reduce(zero, Money::plus);
    return PayoutAmounts.of(
        gross, withheld.amount(), sum.owed == null ? zero : sum.owed, clawbacks.share());
  }

  private List<SettlementPreview.Blocked> blocked(Map<Held, Map<Long, Money>> blocked) {
    return blocked.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Held, Map<Long, Money>> e) -> e.getKey().block())
                .thenComparing(e -> e.getKey().currency().code()))
        .map(
            entry -> {
              Map<Long, Money> nets = entry.getValue();
              Money zero = Money.zero(entry.getKey().currency());
              return new SettlementPreview.Blocked(
                  entry.getKey().block(),
                  nets.size(),
                  nets.values().stream().reduce(zero, Money::plus),
                  nets.keySet().stream().limit(NAMED).map(this::code).toList());
            })
        .toList();
  }

  private String code(long partnerId) {
    return sql.row(row -> row.text("code"), "SELECT code FROM partner WHERE id = ?", partnerId)
        .orElseThrow();
  }

  private SettlementPreview.Total one(PayoutAmounts a) {
    Money zero = Money.zero(a.gross().currency());
    if (a.isCarried(settings.minimum(zero.currency()))) {
      return new SettlementPreview.Total(0, zero, zero, zero, zero, 1, 0, zero);
    }
    if (a.gross().signum() < 0) {
      return new SettlementPreview.Total(0, zero, zero, zero, zero, 0, 1, a.added());
    }
    return new SettlementPreview.Total(1, a.gross(), a.tax(), a.recovered(), a.net(), 0, 0, zero);
  }

  private static SettlementPreview.Total plus(
      SettlementPreview.Total a, SettlementPreview.Total b) {
    return new SettlementPreview.Total(
        a.payouts() + b.payouts(),
        a.gross().plus(b.gross()),
        a.tax().plus(b.tax()),
        a.recovered().plus(b.recovered()),
        a.net().plus(b.net()),
        a.carried() + b.carried(),
        a.owing() + b.owing(),
        a.owed().plus(b.owed()));
  }
}
