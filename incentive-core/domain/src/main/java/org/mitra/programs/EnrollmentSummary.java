package org.mitra.programs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.partners.PartnerType;

/**
 * A partner's time in a program, with his standing today.
 *
 * @param from first day
 * @param until first day on which he no longer takes part; null while it has no end
 */
public record EnrollmentSummary(
    UUID partner,
    String partnerCode,
    String partnerName,
    PartnerType type,
    String level,
    String region,
    LocalDate from,
    LocalDate until,
    String enrolledBy,
    Instant enrolledAt) {}
