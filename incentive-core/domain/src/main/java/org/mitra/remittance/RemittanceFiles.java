package org.mitra.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Packed;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/** Files for the bank: one for each release and currency, each transfer in one of them. */
@ApplicationScoped
public class RemittanceFiles {
  @Inject private Sql sql;
  @Inject private Payer payer;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Makes the file of a release in one currency, in the running transaction, once.
   *
   * @param actor who released
   * @param madeAt when he did: made again, the file would be the same
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void make(
      Actor actor,
      long releaseId,
      Currency currency,
      RemittanceFormat format,
      Instant madeAt,
      List<Transfer> transfers) {
    LocalDate day = LocalDate.ofInstant(madeAt, clock.zone());
    Instruction instruction =
        new Instruction(
            "MITRA-" + SerialNumber.of("R", releaseId) + "-" + currency.code(),
            OffsetDateTime.ofInstant(madeAt, clock.zone()),
            day,
            payer.name(),
            payer.accounts().get(currency),
            transfers);
    byte[] content =
        format == RemittanceFormat.PAIN_001
            ? Pain001.write(instruction)
            : BankCsv.write(instruction);
    Sha256 hash = Sha256.of(content);
    UUID uid = Uids.next(clock.now());
    boolean first =
        sql.insertOnce(
            "INSERT INTO remittance_file (uid, release_id, currency, format, name, payments, total,"
                + " hash, content, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            uid,
            releaseId,
            currency.code(),
            format,
            instruction.id().toLowerCase(Locale.ROOT) + "." + format.suffix(),
            transfers.size(),
            instruction.total().amount(),
            hash,
            Packed.of(content),
            clock.now());
    if (!first) {
      throw new IllegalStateException("release " + releaseId + " has its file in " + currency);
    }
    long file =
        sql.row(row -> row.number("id"), "SELECT id FROM remittance_file WHERE uid = ?", uid)
            .orElseThrow();
    sql.batch(
        "INSERT INTO remittance_item (payout_id, attempt, file_id, account_id, amount, outcome,"
            + " remark, recorded_by) VALUES (?, ?, ?, ?, ?, 'SENT', '', '')",
        transfers.stream()
            .map(
                t ->
                    new Object[] {
                      t.payoutId(), t.attempt(), file, t.account().id(), t.amount().amount()
                    })
            .toList());
    events.fire(
        DomainEvent.of(
            actor,
            "remittance-file.made",
            uid,
            "name",
            instruction.id(),
            "payments",
            Integer.toString(transfers.size()),
            "total",
            instruction.total().toString(),
            "hash",
            hash.hex()));
  }

  /** Files, newest first; filters: currency, settlement. */
  @Transactional
  public Slice<RemittanceFileSummary> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<RemittanceFileSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
  }

  /** What is handed out: the content and how to name it. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  public record Content(String name, String mediaType, byte[] bytes) {}

  /**
   * The file, byte for byte as it was made, for finance only: it holds whole account numbers. Each
   * download is in the audit trail.
   *
   * @throws Problem 404 when there is no such file
   */
  @Transactional(rollbackOn = Exception.class)
  public Content download(Actor actor, UUID uid) {
    actor.require(Role.FINANCE);
    Content content =
        sql.row(
                row ->
                    new Content(
                        row.text("name"),
                        row.constant("format", RemittanceFormat.class).mediaType(),
                        Packed.content(row.bytes("content"))),
                "SELECT name, format, content FROM remittance_file WHERE uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    events.fire(DomainEvent.of(actor, "remittance-file.downloaded", uid, "name", content.name()));
    return content;
  }

  private static Listing<RemittanceFileSummary> listing() {
    return Listing.of(
            RemittanceFiles::summary,
            "f.uid, f.name, f.currency, f.format, f.payments, f.total, f.hash, f.made_at,"
                + " r.released_by, r.settlement_id, s.uid AS settlement_uid",
            "remittance_file f JOIN settlement_release r ON r.id = f.release_id"
                + " JOIN settlement s ON s.id = r.settlement_id")
        .filter("currency", Listing.Match.EQUALS, "f.currency")
        .filter("settlement", Listing.Match.UID, "s.uid = ?")
        .newestFirst("f.id");
  }

  private static RemittanceFileSummary summary(Sql.Row row) throws SQLException {
    return new RemittanceFileSummary(
        row.uuid("uid"),
        row.text("name"),
        row.uuid("settlement_uid"),
        SerialNumber.of("S", row.number("settlement_id")),
        row.text("currency"),
        row.constant("format", RemittanceFormat.class),
        row.integer("payments"),
        row.decimal("total"),
        row.hash("hash").hex(),
        row.text("released_by"),
        row.instant("made_at"));
  }
}
