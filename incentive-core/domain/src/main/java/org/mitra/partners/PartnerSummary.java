package org.mitra.partners;

import java.time.LocalDate;
import java.util.UUID;

/** A partner in a list, with today's standing. */
public record PartnerSummary(
    UUID uid,
    String code,
    String name,
    PartnerType type,
    String level,
    String region,
    String territory,
    String parentCode,
    String currency,
    LocalDate joinedOn,
    boolean active) {}
