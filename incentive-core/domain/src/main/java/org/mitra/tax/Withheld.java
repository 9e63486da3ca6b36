package org.mitra.tax;

import org.mitra.money.Money;
import org.mitra.money.Rate;

/**
 * What is withheld from a payout, and why.
 *
 * @param form the tax office's name of it, such as {@code PPH23}; empty when nothing is withheld
 * @param rate zero when nothing is withheld
 * @param base what the rate applies to
 * @param amount rounded HALF_UP to the currency's scale
 */
public record Withheld(String form, Rate rate, Money base, Money amount) {}
