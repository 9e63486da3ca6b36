package org.mitra.funds;

import java.math.BigDecimal;

/**
 * Two sums that should be one. There are none, or something is wrong.
 *
 * @param program code
 * @param partner code
 * @param what the sum of a fund that disagrees
 * @param balance what the fund says
 * @param other what movements or the books say
 */
public record FundDifference(
    String program, String partner, String what, BigDecimal balance, BigDecimal other) {}
