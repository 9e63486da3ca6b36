package org.mitra.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Listing;
import org.mitra.data.Sql;
import org.mitra.data.Uids;

/**
 * Notices to partners. Each is kept with the contact that was on file when it was written, so that
 * whoever changes contact and account at once does not silence it.
 */
@ApplicationScoped
public class Notices {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** Tells the partner, in the transaction of what happened. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(long partnerId, String code, Map<String, String> facts) {
    Instant now = clock.now();
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(facts).forEach(json::add);
    sql.update(
        "INSERT INTO notice (uid, partner_id, address, code, facts, noted_at)"
            + " SELECT ?, id, email, ?, ?, ? FROM partner WHERE id = ?",
        Uids.next(now),
        code,
        json.build().toString(),
        now,
        partnerId);
  }

  /** The newest notices of the actor's own partner. */
  @Transactional
  public List<NoticeSummary> newest(Actor actor, int size) {
    return listing(actor.requirePartner()).batch(sql, null, size, Map.of()).rows();
  }

  /** Notices of the actor's own partner, newest first. */
  @Transactional
  public Batch<NoticeSummary> batch(Actor actor, String cursor, int size) {
    return listing(actor.requirePartner()).batch(sql, cursor, size, Map.of());
  }

  private static Listing<NoticeSummary> listing(PartnerScope partner) {
    return Listing.of(Notices::summary, "n.uid, n.code, n.facts, n.noted_at", "notice n")
        .where("n.partner_id = ?", partner.partnerId().getAsLong())
        .newestFirst("n.id");
  }

  private static NoticeSummary summary(Sql.Row row) throws SQLException {
    return new NoticeSummary(
        row.uuid("uid"), row.text("code"), facts(row.text("facts")), row.instant("noted_at"));
  }

  private static Map<String, String> facts(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      Map<String, String> facts = new LinkedHashMap<>();
      object.forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
      return facts;
    }
  }
}
