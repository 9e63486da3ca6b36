package org.mitra.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mitra.data.Sha256;

/**
 * An event as an auditor reads it.
 *
 * @param id number without gaps, from 1
 * @param recordedAt when it was written down
 * @param actor username of who did it
 * @param action such as {@code claim.submitted}
 * @param subjectType such as {@code claim}
 * @param subject public id or business key
 * @param facts JSON, names in order
 */
public record AuditEvent(
    long id,
    Instant recordedAt,
    String actor,
    String action,
    String subjectType,
    String subject,
    String facts) {

  /** The facts by their names, with the subject among them. */
  public Map<String, String> named() {
    Map<String, String> named = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(facts))) {
      JsonObject object = reader.readObject();
      object.keySet().forEach(name -> named.put(name, object.getString(name, "")));
    }
    named.put("subject", subject);
    return named;
  }

  /** What the actor wrote with it, in his words; empty when he did not. */
  public String words() {
    Map<String, String> named = named();
    return Stream.of("reason", "remark", "note")
        .map(name -> named.getOrDefault(name, ""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The hash that binds this event to the one before. */
  Sha256 hashAfter(Sha256 previous) {
    return Sha256.ofParts(
        previous.hex(),
        Long.toString(id),
        recordedAt.toString(),
        actor,
        action,
        subjectType,
        subject,
        facts);
  }
}
