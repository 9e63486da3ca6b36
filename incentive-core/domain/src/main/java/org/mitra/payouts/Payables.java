package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.accruals.Books;
import org.mitra.accruals.SettledAccrual;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.SerialNumber;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;
import org.mitra.statements.ExplanationJson;

/** Amounts that are approved and wait to be paid. */
@ApplicationScoped
public class Payables {
  /** What the house owes partners, by partner and program. */
  public static final String PAYABLE = "incentives-payable";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private PayoutList payoutList;
  @Inject private BusinessClock clock;

  /**
   * Makes an approved amount payable, in the books and in the queue of what is to be paid, once for
   * each source. Runs in the transaction of the approval.
   *
   * @return public id of the payable, whether it was made now or before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID add(Actor approver, NewPayable payable) {
    String partner =
        sql.row(
                row -> row.text("code"),
                "SELECT code FROM partner WHERE id = ?",
                payable.partnerId())
            .orElseThrow();
    String key = payable.sourceKind() + " " + payable.source();
    long entry =
        ledger.post(
            approver,
            Entry.move(
                "payable " + key,
                clock.today(),
                payable.memo(),
                payable.facts(),
                payable.amount(),
                payable.from(),
                new Entry.Place(PAYABLE, partner, payable.program())));
    Instant now = clock.now();
    sql.insertOnce(
        "INSERT INTO payable (uid, source_kind, source, program_id, partner_id, earned_from,"
            + " earned_until, currency, amount, entry_id, approved_by, approved_at)"
            + " SELECT ?, ?, ?, id, ?, ?, ?, ?, ?, ?, ?, ? FROM program WHERE code = ?",
        Uids.next(now),
        payable.sourceKind(),
        payable.source(),
        payable.partnerId(),
        payable.earned().start(),
        payable.earned().end(),
        payable.amount().currency().code(),
        payable.amount().amount(),
        entry,
        approver.username(),
        now,
        payable.program());
    return sql.row(
            row -> row.uuid("uid"),
            "SELECT uid FROM payable WHERE source_kind = ? AND source = ?",
            payable.sourceKind(),
            payable.source())
        .orElseThrow();
  }

  /**
   * Approves what a settlement took up of a partner's accruals, with the reason of each amount.
   *
   * @param settlementId row id of the settlement
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addSettled(
      Actor approver, long settlementId, long partnerId, SettledAccrual settled) {
    boolean adjustment = settled.closedBy() != settlementId;
    String program = settled.key().program();
    String partner = settled.key().payee();
    Map<String, String> facts =
        Map.of(
            "program",
            program,
            "partner",
            partner,
            "from",
            settled.key().period().start().toString(),
            "until",
            settled.key().period().lastDay().toString(),
            "settlement",
            SerialNumber.of("S", settlementId),
            "origin",
            adjustment ? SerialNumber.of("S", settled.closedBy()) : "");
    UUID uid =
        add(
            approver,
            new NewPayable(
                NewPayable.SourceKind.ACCRUAL,
                settled.accrual() + " " + settlementId,
                program,
                partnerId,
                settled.key().period(),
                settled.amount(),
                new Entry.Place(Books.ACCRUED, partner, program),
                adjustment ? "payable-adjustment" : "payable-accrual",
                facts));
    sql.update(
        "INSERT INTO payable_basis (payable_id, adjusts, entitled, settled_before, content)"
            + " SELECT id, ?, ?, ?, ? FROM payable WHERE uid = ?",
        adjustment ? settled.closedBy() : 0,
        settled.entitled().amount(),
        settled.settledBefore().amount(),
        ExplanationJson.pack(settled.explanation()),
        uid);
  }

  /**
   * Row ids of partners with approved amounts that no payout has taken.
   *
   * @param lastDay amounts earned from later days on are left out
   * @param chosen codes of programs; empty for all
   */
  @Transactional
  public List<Long> partnersWaiting(LocalDate lastDay, Set<String> chosen) {
    List<Object> parameters = new ArrayList<>(List.of(lastDay));
    parameters.addAll(chosen);
    return sql.rows(
        row -> row.number("partner_id"),
        "SELECT DISTINCT a.partner_id FROM payable a JOIN program p ON p.id = a.program_id"
            + " WHERE a.payout_id IS NULL AND a.earned_from <= ?"
            + ofPrograms("p.code", chosen)
            + " ORDER BY a.partner_id",
        parameters.toArray());
  }

  /** A condition with a parameter for each program; nothing when all are meant. */
  static String ofPrograms(String column, Set<String> chosen) {
    return chosen.isEmpty()
        ? ""
        : chosen.stream()
            .map(code -> "?")
            .collect(Collectors.joining(", ", " AND " + column + " IN (", ")"));
  }

  /**
   * Approved amounts, newest first; filters: partner, partnerName, currency, program, and {@code
   * paid}: {@code false} for what has not left yet.
   */
  @Transactional
  public Slice<PayableSummary> list(Actor actor, ListQuery query) {
    return payoutList.payables(reader(actor)).slice(sql, query);
  }

  @Transactional
  public Batch<PayableSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return payoutList.payables(reader(actor)).batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public PayableDetail get(Actor actor, UUID uid) {
    PayableSummary summary =
        payoutList
            .payables(reader(actor))
            .where("a.uid = ?", uid)
            .slice(sql, ListQuery.firstRows(1))
            .rows()
            .stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    Currency currency = Currency.of(summary.currency());
    Money amount = new Money(summary.amount(), currency);
    return sql.row(
            row -> {
              boolean settled = row.bytes("content") != null;
              return new PayableDetail(
                  summary,
                  row.text("memo"),
                  Ledger.facts(row.text("memo_facts")),
                  settled ? new Money(row.decimal("entitled"), currency) : amount,
                  settled
                      ? new Money(row.decimal("settled_before"), currency)
                      : Money.zero(currency),
                  amount,
                  settled ? ExplanationJson.unpack(row.bytes("content"), currency) : null);
            },
            "SELECT x.entitled, x.settled_before, x.content, e.memo, e.memo_facts FROM payable a"
                + " JOIN journal_entry e ON e.id = a.entry_id"
                + " LEFT JOIN payable_basis x ON x.payable_id = a.id WHERE a.uid = ?",
            uid)
        .orElseThrow();
  }

  private static PartnerScope reader(Actor actor) {
    if (actor.partner().isEmpty()) {
      actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
    }
    return actor.scope();
  }
}
