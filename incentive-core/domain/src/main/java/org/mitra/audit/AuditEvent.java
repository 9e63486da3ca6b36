package org.mitra.audit;

import java.time.Instant;
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
