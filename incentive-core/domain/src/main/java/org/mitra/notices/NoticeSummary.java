package org.mitra.notices;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A notice to a partner.
 *
 * @param code names the sentence, {@code notice.<code>}
 * @param facts what the sentence mentions
 */
public record NoticeSummary(UUID uid, String code, Map<String, String> facts, Instant notedAt) {}
