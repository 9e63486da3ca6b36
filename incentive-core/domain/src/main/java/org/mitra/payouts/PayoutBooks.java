package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.bank.BankAccounts;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.BusinessClock;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sql;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Money;
import org.mitra.notices.Notices;
import org.mitra.remittance.Payer;
import org.mitra.statements.ExplanationJson;
import org.mitra.statements.StatementContent;
import org.mitra.statements.Statements;
import org.mitra.time.Period;

/** What the release of a payout writes: the entry, the clawback, the statement, the notice. */
@ApplicationScoped
class PayoutBooks {
  /** Owed to the tax office. */
  static final String WITHHELD = "withholding-tax";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private Clawbacks clawbacks;
  @Inject private Statements statements;
  @Inject private Notices notices;
  @Inject private Payer payer;
  @Inject private BusinessClock clock;

  void firstTime(Actor releaser, ReleasedPayout payout, Instant releasedAt) {
    List<StatementContent.Line> lines = lines(payout);
    PayoutAmounts amounts = payout.amounts();
    Money sum =
        lines.stream()
            .map(StatementContent.Line::amount)
            .reduce(Money.zero(payout.currency()), Money::plus);
    if (!sum.equals(amounts.gross())) {
      throw new IllegalStateException(payout.number() + ": payables add up to " + sum);
    }
    LocalDate today = LocalDate.ofInstant(releasedAt, clock.zone());
    long entry = ledger.post(releaser, entry(payout, lines, today));
    if (amounts.added().signum() > 0) {
      clawbacks.open(payout.id(), payout.partnerId(), amounts.added());
    }
    statements.issue(payout.id(), content(payout, lines, releasedAt, entry));
    notices.tell(
        payout.partnerId(),
        amounts.added().signum() > 0 ? "statement-issued-owed" : "statement-issued",
        Map.of(
            "payout", payout.number(),
            "net", amounts.net().amount().toPlainString(),
            "owed", amounts.added().amount().toPlainString(),
            "currency", payout.currency().code()));
  }

  /** The bank sent it back before: only the transfer is new. */
  void again(Actor releaser, ReleasedPayout payout) {
    ledger.post(
        releaser,
        Entry.move(
            "payout " + payout.uid() + " again " + (payout.attempt() + 1),
            clock.today(),
            "payout-again",
            Map.of("partner", payout.payee().code(), "payout", payout.number()),
            payout.amounts().net(),
            new Entry.Place(Payables.PAYABLE, payout.payee().code(), ""),
            new Entry.Place(Payouts.CASH, "", "")));
  }

  private static Entry entry(
      ReleasedPayout payout, List<StatementContent.Line> lines, LocalDate day) {
    String partner = payout.payee().code();
    PayoutAmounts amounts = payout.amounts();
    List<Entry.Line> entry = new ArrayList<>();
    Map<String, Money> programs = new TreeMap<>();
    lines.forEach(line -> programs.merge(line.program(), line.amount(), Money::plus));
    programs.forEach((program, sum) -> add(entry, Payables.PAYABLE, partner, program, sum));
    add(entry, WITHHELD, partner, payout.tax().form(), amounts.tax().negated());
    add(entry, Clawbacks.RECEIVABLE, partner, "", amounts.added().minus(amounts.recovered()));
    add(entry, Payouts.CASH, "", "", amounts.net().negated());
    return new Entry(
        "payout " + payout.uid(),
        day,
        "payout",
        Map.of(
            "partner", partner,
            "payout", payout.number(),
            "settlement", SerialNumber.of("S", payout.settlementId())),
        entry);
  }

  private static void add(
      List<Entry.Line> entry, String account, String party, String subject, Money amount) {
    if (!amount.isZero()) {
      entry.add(new Entry.Line(account, party, subject, amount));
    }
  }

  private StatementContent content(
      ReleasedPayout payout, List<StatementContent.Line> lines, Instant releasedAt, long entry) {
    PayoutAmounts amounts = payout.amounts();
    List<StatementContent.Recovery> recoveries =
        clawbacks.takenBy(payout.id(), payout.currency()).stream()
            .map(t -> new StatementContent.Recovery(t.origin(), t.amount(), t.taken()))
            .toList();
    Money owed =
        ledger.balance(
            new Entry.Place(Clawbacks.RECEIVABLE, payout.payee().code(), ""), payout.currency());
    return new StatementContent(
        payout.number(),
        releasedAt,
        SerialNumber.of("S", payout.settlementId()),
        payout.lastDay(),
        payer.name(),
        payout.payee(),
        payout.currency(),
        lines,
        amounts.gross(),
        payout.tax(),
        recoveries,
        amounts.recovered(),
        amounts.added(),
        amounts.net(),
        owed,
        account(payout),
        entry);
  }

  private Optional<StatementContent.Account> account(ReleasedPayout payout) {
    if (payout.accountId().isEmpty()) {
      return Optional.empty();
    }
    return sql.row(
        row ->
            new StatementContent.Account(
                row.text("bank_name"), BankAccounts.masked(row.text("number")), row.text("holder")),
        "SELECT bank_name, number, holder FROM bank_account WHERE id = ?",
        payout.accountId().getAsLong());
  }

  private List<StatementContent.Line> lines(ReleasedPayout payout) {
    return sql.rows(
        row -> {
          Money amount = new Money(row.decimal("amount"), payout.currency());
          boolean settled = row.bytes("content") != null;
          long adjusts = row.optionalNumber("adjusts").orElse(0);
          return new StatementContent.Line(
              adjusts > 0 ? "ADJUSTMENT" : row.text("source_kind"),
              row.text("program_code"),
              row.text("name_id"),
              row.text("name_en"),
              new Period(row.day("earned_from"), row.day("earned_until")),
              adjusts > 0 ? SerialNumber.of("S", adjusts) : "",
              row.text("memo"),
              Ledger.facts(row.text("memo_facts")),
              settled ? new Money(row.decimal("entitled"), payout.currency()) : amount,
              settled
                  ? new Money(row.decimal("settled_before"), payout.currency())
                  : Money.zero(payout.currency()),
              amount,
              settled
                  ? Optional.of(ExplanationJson.unpack(row.bytes("content"), payout.currency()))
                  : Optional.empty());
        },
        "SELECT a.*, x.adjusts, x.entitled, x.settled_before, x.content, e.memo, e.memo_facts,"
            + " g.code AS program_code, v.name_id, v.name_en FROM payable a"
            + " JOIN program g ON g.id = a.program_id JOIN program_version v ON v.program_id = g.id"
            + " AND v.number = (SELECT MAX(n.number) FROM program_version n"
            + " WHERE n.program_id = g.id AND n.state = 'PUBLISHED')"
            + " JOIN journal_entry e ON e.id = a.entry_id"
            + " LEFT JOIN payable_basis x ON x.payable_id = a.id WHERE a.payout_id = ?"
            + " ORDER BY a.earned_from, g.code, a.id",
        payout.id());
  }
}
