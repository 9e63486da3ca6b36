package org.mitra.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** Keeps proofs. A file belongs to the partner in whose name it was uploaded. */
@ApplicationScoped
public class Documents {
  /** Larger files are refused, in bytes. */
  public static final int LARGEST = 10 * 1024 * 1024;

  /** How long what a partner uploads counts towards his limits. */
  private static final int LIMIT_DAYS = 30;

  private static final long MEGABYTE = 1024 * 1024;

  /** Files that a partner may upload within the days, so that nobody fills the store. */
  @Inject
  @ConfigProperty(name = "mitra.documents.most-files", defaultValue = "2000")
  private long mostFiles;

  /** Megabytes that a partner may upload within the days. */
  @Inject
  @ConfigProperty(name = "mitra.documents.most-megabytes", defaultValue = "4000")
  private long mostMegabytes;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Takes a file of the actor's own partner.
   *
   * @param name as the browser tells it; folders are cut off
   * @throws Problem 400 for a file that is empty, locked, or no PDF, JPEG or PNG; 413 when it is
   *     too large; 429 when his partner has uploaded too much lately
   */
  @Transactional(rollbackOn = Exception.class)
  public DocumentSummary keep(Actor actor, String name, byte[] content) {
    PartnerScope partner = actor.requirePartner();
    if (content.length == 0) {
      throw Problem.invalid("document.empty");
    }
    if (content.length > LARGEST) {
      throw Problem.of(Problem.Kind.TOO_LARGE, "document.too-large")
          .with("most", LARGEST / 1024 / 1024);
    }
    DocumentType type =
        DocumentType.of(content).orElseThrow(() -> Problem.invalid("document.type"));
    if (type == DocumentType.PDF && isLocked(content)) {
      throw Problem.invalid("document.locked");
    }
    Instant now = clock.now();
    requireRoom(partner.partnerId().getAsLong(), content.length, now);
    DocumentSummary document =
        new DocumentSummary(
            Uids.next(now),
            safeName(name, type),
            type.mediaType(),
            content.length,
            actor.username(),
            now);
    Sha256 hash = Sha256.of(content);
    sql.update(
        "INSERT INTO document (uid, partner_id, name, media_type, size, hash, content, uploaded_by,"
            + " uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document.uid(),
        partner.partnerId().getAsLong(),
        document.name(),
        document.mediaType(),
        document.size(),
        hash,
        content,
        document.uploadedBy(),
        now);
    events.fire(
        DomainEvent.of(
            actor, "document.kept", document.uid(), "name", document.name(), "hash", hash.hex()));
    return document;
  }

  /** The partner's row is locked meanwhile: two uploads at once cannot both take the last room. */
  private void requireRoom(long partnerId, int size, Instant now) {
    record Kept(long files, long bytes) {}
    sql.rows(row -> row.number("id"), "SELECT id FROM partner WHERE id = ? FOR UPDATE", partnerId);
    Kept kept =
        sql.row(
                row -> new Kept(row.number("files"), row.number("bytes")),
                "SELECT COUNT(*) AS files, COALESCE(SUM(size), 0) AS bytes FROM document"
                    + " WHERE partner_id = ? AND uploaded_at > ?",
                partnerId,
                now.minus(LIMIT_DAYS, ChronoUnit.DAYS))
            .orElseThrow();
    if (kept.files() >= mostFiles || kept.bytes() + size > mostMegabytes * MEGABYTE) {
      throw Problem.of(Problem.Kind.TOO_MANY, "document.too-many")
          .with("files", mostFiles)
          .with("megabytes", mostMegabytes)
          .with("days", LIMIT_DAYS);
    }
  }

  /** A locked PDF cannot be read by whoever has to check it. */
  private static boolean isLocked(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains("/Encrypt");
  }

  private static String safeName(String name, DocumentType type) {
    String plain = name == null ? "" : name.replace('\\', '/');
    plain = plain.substring(plain.lastIndexOf('/') + 1).replaceAll("[\\p{C}\"<>:|?*;]", "").strip();
    if (plain.length() > 150) {
      plain = plain.substring(plain.length() - 150);
    }
    String stem =
        plain.toLowerCase(Locale.ROOT).endsWith(type.suffix()) ? plain : plain + type.suffix();
    return Fields.text(stem.startsWith(".") ? "document" + stem : stem, 200, "name");
  }

  /** The files with these ids, those that exist and belong to the partner. */
  @Transactional
  public List<DocumentSummary> of(long partnerId, Collection<UUID> uids) {
    if (uids.isEmpty()) {
      return List.of();
    }
    String marks = uids.stream().map(uid -> "?").collect(Collectors.joining(", "));
    Object[] parameters = new Object[uids.size() + 1];
    System.arraycopy(uids.toArray(), 0, parameters, 0, uids.size());
    parameters[uids.size()] = partnerId;
    return sql.rows(
        Documents::summary,
        "SELECT uid, name, media_type, size, uploaded_by, uploaded_at FROM document"
            + " WHERE uid IN ("
            + marks
            + ") AND partner_id = ? ORDER BY id",
        parameters);
  }

  private static DocumentSummary summary(Sql.Row row) throws SQLException {
    return new DocumentSummary(
        row.uuid("uid"),
        row.text("name"),
        row.text("media_type"),
        row.number("size"),
        row.text("uploaded_by"),
        row.instant("uploaded_at"));
  }

  /** What is handed out: the content and how to name it. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  public record Content(String name, String mediaType, byte[] bytes) {}

  /**
   * The file itself.
   *
   * @throws Problem 404 when there is none, or its partner is none of the reader's business on the
   *     day it was uploaded
   */
  @Transactional
  public Content content(PartnerScope scope, UUID uid) {
    String visible =
        scope.isEveryone()
            ? ""
            : " AND EXISTS (SELECT 1 FROM partner_scope s WHERE s.viewer_id = ?"
                + " AND s.partner_id = d.partner_id AND s.valid_from <= DATE(d.uploaded_at)"
                + " AND s.valid_to > DATE(d.uploaded_at))";
    Object[] parameters =
        scope.isEveryone() ? new Object[] {uid} : new Object[] {uid, scope.partnerId().getAsLong()};
    return sql.row(
            row -> new Content(row.text("name"), row.text("media_type"), row.bytes("content")),
            "SELECT name, media_type, content FROM document d WHERE uid = ?" + visible,
            parameters)
        .orElseThrow(Problem::notFound);
  }
}
