package org.mitra.engine;

import java.util.Comparator;
import org.mitra.money.Currency;
import org.mitra.time.Period;

/**
 * What an amount is earned for: a payee in a program and period, in one currency.
 *
 * @param program id of the program
 * @param payee id of the payee
 * @param period the settlement period
 * @param currency of the measures and of the amount
 */
public record AccrualKey(String program, String payee, Period period, Currency currency)
    implements Comparable<AccrualKey> {
  private static final Comparator<AccrualKey> ORDER =
      Comparator.comparing(AccrualKey::program)
          .thenComparing(AccrualKey::payee)
          .thenComparing(AccrualKey::period)
          .thenComparing(key -> key.currency().code());

  @Override
  public int compareTo(AccrualKey other) {
    return ORDER.compare(this, other);
  }
}
