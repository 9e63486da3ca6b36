package org.mitra.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;

/**
 * A sales line in a list, in its newest version.
 *
 * @param uid public id of that version
 * @param document number of the document as reported
 * @param seller code; empty when the vendor itself sold
 * @param buyer code; empty when the buyer is no partner
 * @param customer a buyer who is no partner
 * @param customerCode of the end customer; empty when unknown
 * @param quantity in {@code unit}; negative for returns
 * @param net after discount, without tax and freight, in {@code currency}
 * @param soldOn economic day in the zone of the house
 */
public record SaleSummary(
    UUID uid,
    String source,
    String document,
    String line,
    Kind kind,
    Flow flow,
    String seller,
    String sellerName,
    String buyer,
    String buyerName,
    String customer,
    String customerCode,
    String product,
    String productName,
    BigDecimal quantity,
    String unit,
    BigDecimal gross,
    BigDecimal discount,
    BigDecimal net,
    String currency,
    LocalDate soldOn,
    Instant receivedAt,
    int revision) {}
