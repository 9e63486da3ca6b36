package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Sql;
import org.mitra.documents.DocumentSummary;
import org.mitra.documents.Documents;
import org.mitra.problem.Problem;
import org.mitra.text.Sentence;
import org.mitra.text.Texts;

/** Claims as people read them. */
@ApplicationScoped
class ClaimQueries {
  @Inject private Sql sql;
  @Inject private Documents documents;
  @Inject private BusinessClock clock;

  /** Claims that the reader may see: drafts only to their own partner. */
  Listing<ClaimSummary> claims(PartnerScope scope) {
    Listing<ClaimSummary> listing =
        Listing.of(
                ClaimQueries::summary,
                "c.*, p.code AS program_code, v.name_id, v.name_en, o.code AS partner_code,"
                    + " o.name AS partner_name, (SELECT COALESCE(SUM(i.returned), 0) FROM claim_item i"
                    + " WHERE i.claim_id = c.id) AS returned",
                "claim c JOIN program p ON p.id = c.program_id JOIN partner o ON o.id = c.partner_id"
                    + " JOIN program_version v ON v.program_id = p.id AND v.number ="
                    + " (SELECT MAX(n.number) FROM program_version n"
                    + " WHERE n.program_id = p.id AND n.state = 'PUBLISHED')")
            .within(scope, "c.partner_id", "c.claimed_on")
            .filter("number", Listing.Match.CONTAINS, "c.number")
            .filter("state", Listing.Match.EQUALS, "c.state")
            .filter("program", Listing.Match.EQUALS, "p.code")
            .filterBy(
                "programName",
                "LOCATE(LOWER(?), LOWER(CONCAT(v.name_id, ' ', v.name_en, ' ', p.code))) > 0")
            .filter("partner", Listing.Match.EQUALS, "o.code")
            .filter("partnerName", Listing.Match.CONTAINS, "CONCAT(o.name, ' ', o.code)")
            .filterBy(
                "holder",
                "CASE WHEN c.state IN ('SUBMITTED', 'HELD') THEN 'CHANNEL_MANAGER'"
                    + " WHEN c.state = 'ENDORSED' THEN 'FINANCE'"
                    + " WHEN c.state IN ('DRAFT', 'RETURNED') THEN 'PARTNER' ELSE 'NOBODY' END = ?")
            .filterBy(
                "waitingDays", "DATE_ADD(c.state_since, INTERVAL ? DAY) <= '" + utcNow() + "'")
            .sort("number", "c.number")
            .sort("state", "c.state")
            .sort("program", "p.code")
            .sort("partnerName", "o.name")
            .sort("since", "c.state_since")
            .sort("waitingDays", "TIMESTAMPDIFF(SECOND, c.state_since, '" + utcNow() + "')")
            .sort("expected", "c.expected")
            .newestFirst("c.id");
    return scope.isEveryone()
        ? listing.where("c.submitted_at IS NOT NULL")
        : listing.where(
            "(c.submitted_at IS NOT NULL OR c.partner_id = ?)", scope.partnerId().getAsLong());
  }

  private String utcNow() {
    return LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC).toString();
  }

  private static ClaimSummary summary(Sql.Row row) throws SQLException {
    ClaimState state = row.constant("state", ClaimState.class);
    return new ClaimSummary(
        row.uuid("uid"),
        row.text("number"),
        row.text("program_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("partner_code"),
        row.text("partner_name"),
        state,
        state.holder(),
        row.instant("state_since"),
        row.integer("item_count"),
        row.integer("held_count"),
        row.integer("failed_count"),
        row.text("currency"),
        row.decimal("expected"),
        row.decimal("approved"),
        row.decimal("returned"),
        row.instant("submitted_at"),
        row.instant("created_at"),
        row.integer("version"));
  }

  ClaimSummary summary(PartnerScope scope, UUID uid) {
    return claims(scope).where("c.uid = ?", uid).slice(sql, ListQuery.firstRows(1)).rows().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** Items of a claim that the reader may see, those with a finding first. */
  Listing<ClaimItem> items(PartnerScope scope, UUID uid) {
    summary(scope, uid);
    // Whose claim has the unit already is told to the vendor's people, and to the partner himself.
    String told = scope.isEveryone() ? "TRUE" : "r.partner_id = c.partner_id";
    return Listing.of(
            this::item,
            "i.*, COALESCE(g.name, '') AS product_name, r.number AS rival, r.uid AS rival_uid, "
                // What a first reviewer proposes is decided when the second agrees.
                + (scope.isEveryone() ? "TRUE" : "c.state <> 'ENDORSED'")
                + " AS told",
            "claim c JOIN claim_item i ON i.claim_id = c.id LEFT JOIN product g ON g.code = i.product"
                + " LEFT JOIN claim r ON i.state IN ('HELD', 'FAILED') AND r.id = "
                + "CASE WHEN i.finding = 'look-alike' THEN (SELECT MIN(u.claim_id) FROM claimed_unit u"
                + "  WHERE u.program_id = c.program_id AND u.role = i.role AND u.folded = i.folded"
                + "  AND u.unit_key <> i.unit_key AND u.claim_id <> c.id)"
                + " ELSE (SELECT u.claim_id FROM claimed_unit u WHERE u.program_id = c.program_id"
                + "  AND u.role = i.role AND u.unit_key = i.unit_key AND u.claim_id <> c.id) END AND "
                + told)
        .where("c.uid = ?", uid)
        .filter("state", Listing.Match.EQUALS, "i.state")
        .filter("finding", Listing.Match.EQUALS, "i.finding")
        .filter("name", Listing.Match.CONTAINS, "CONCAT(i.serial, i.document, ' ', i.line)")
        .filter("product", Listing.Match.CONTAINS, "CONCAT(i.product, ' ', COALESCE(g.name, ''))")
        .sort("position", "i.position")
        .sort("name", "CONCAT(i.serial, i.document, ' ', i.line)")
        .sort("product", "i.product")
        .sort("soldOn", "i.sold_on")
        .sort("expected", "i.expected")
        .ordered(
            "CASE i.state WHEN 'HELD' THEN 0 WHEN 'FAILED' THEN 1 WHEN 'REJECTED' THEN 2 ELSE 3 END,"
                + " i.position",
            "i.id");
  }

  private ClaimItem item(Sql.Row row) throws SQLException {
    String finding = row.text("finding");
    Map<String, String> facts = Map.of("had", row.text("had"), "needed", row.text("needed"));
    boolean none = finding.isEmpty();
    return new ClaimItem(
        row.integer("position"),
        row.text("serial"),
        row.text("document"),
        row.text("line"),
        row.decimal("units"),
        row.text("product"),
        row.text("product_name"),
        row.day("sold_on"),
        row.constant("state", ItemState.class),
        finding,
        facts.get("had"),
        facts.get("needed"),
        none ? null : sentence(List.of("claim-finding." + finding, "refusal." + finding), facts),
        none
            ? null
            : sentence(List.of("claim-finding." + finding + ".next", "claim-finding.next"), facts),
        row.integer("months_late"),
        row.text("late_taken"),
        late(row.integer("months_late"), row.text("late_taken")),
        row.decimal("expected"),
        row.decimal("approved"),
        row.flag("told") ? row.text("reason") : "",
        row.decimal("returned"),
        Optional.ofNullable(row.text("rival")).orElse(""),
        row.uuid("rival_uid"));
  }

  private Sentence late(int months, String taken) {
    Map<String, String> facts = Map.of("months", Integer.toString(months), "taken", taken);
    return months == 0 ? null : sentence(List.of("claim-item.late"), facts);
  }

  /** The first of the texts that there is, in both languages. */
  private Sentence sentence(List<String> keys, Map<String, String> facts) {
    ZoneId zone = clock.zone();
    Texts id = Texts.in(Texts.INDONESIAN);
    Texts en = Texts.in(Texts.ENGLISH);
    String key = keys.stream().filter(en::has).findFirst().orElse(keys.get(0));
    return new Sentence(id.sentence(key, facts, zone), en.sentence(key, facts, zone));
  }

  ClaimDetail.Obstacle obstacle(Problem problem) {
    return new ClaimDetail.Obstacle(
        problem.code(),
        sentence(List.of("problem." + problem.code()), problem.facts()),
        sentence(List.of("problem." + problem.code() + ".next"), problem.facts()));
  }

  List<ClaimDetail.Happening> history(PartnerScope scope, long claimId) {
    return sql.rows(
        row ->
            new ClaimDetail.Happening(
                row.instant("at"),
                row.text("actor_name"),
                row.text("action"),
                row.constant("state", ClaimState.class),
                row.text("remark"),
                row.flag("internal")),
        "SELECT * FROM claim_history WHERE claim_id = ? AND (NOT internal OR ?) ORDER BY id",
        claimId,
        scope.isEveryone());
  }

  List<ClaimDetail.Proof> proofs(PartnerScope scope, Claim claim) {
    List<ClaimDetail.Proof> proofs = new ArrayList<>();
    for (DocumentSummary document : documents.of(claim.partnerId(), documents(claim.id()))) {
      proofs.add(
          new ClaimDetail.Proof(
              document, scope.isEveryone() ? alsoIn(claim, document) : List.of()));
    }
    return proofs;
  }

  List<UUID> documents(long claimId) {
    return sql.rows(
        row -> row.uuid("document_uid"),
        "SELECT document_uid FROM claim_document WHERE claim_id = ?",
        claimId);
  }

  /** Other claims with the very same file. */
  private List<String> alsoIn(Claim claim, DocumentSummary document) {
    return sql.rows(
        row -> row.text("number"),
        "SELECT DISTINCT c.number FROM document d JOIN document s ON s.hash = d.hash"
            + " JOIN claim_document l ON l.document_uid = s.uid JOIN claim c ON c.id = l.claim_id"
            + " WHERE d.uid = ? AND c.id <> ? AND c.submitted_at IS NOT NULL ORDER BY c.number LIMIT 20",
        document.uid(),
        claim.id());
  }
}
