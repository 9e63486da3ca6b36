package org.mitra.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A product in a list.
 *
 * @param launchedOn its first day on the market; null when unknown
 * @param cost the newest cost of one unit; null when unknown, and for readers outside the house
 * @param costCurrency its currency; null with it
 * @param version to be sent back with a change, so that a change in between is noticed
 */
public record ProductSummary(
    UUID uid,
    String code,
    String name,
    String groupCode,
    String groupNameId,
    String groupNameEn,
    String unit,
    boolean serialTracked,
    boolean active,
    LocalDate launchedOn,
    BigDecimal cost,
    String costCurrency,
    int version) {}
