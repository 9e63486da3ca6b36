package org.mitra.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A token as its owner sees it; the token itself was shown once.
 *
 * @param lastUsedOn null when never
 * @param revokedAt null while it is valid
 */
public record TokenSummary(
    UUID uid,
    String name,
    TokenScope scope,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    LocalDate lastUsedOn) {}
