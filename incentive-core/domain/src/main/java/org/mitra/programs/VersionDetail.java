package org.mitra.programs;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A version of a program's terms.
 *
 * @param effectiveFrom first day on which it holds
 * @param terms the document
 * @param digest SHA-256 of the document in its canonical form, 64 hexadecimal digits
 * @param author who changed it last
 * @param authors everybody who had a hand in it; none of them approves it
 * @param approver null until it is approved
 * @param reason why the terms are meant so, where something was found about them; may be empty
 * @param remark why it was approved or sent back; may be empty
 * @param publishedAt null until it is published
 * @param revision to be sent back with a change
 */
public record VersionDetail(
    UUID uid,
    int number,
    VersionState state,
    LocalDate effectiveFrom,
    JsonObject terms,
    String digest,
    String author,
    List<String> authors,
    String approver,
    String remark,
    String reason,
    Instant changedAt,
    Instant publishedAt,
    int revision) {}
