package org.mitra.engine;

import org.mitra.money.Exact;

/**
 * A part of each sale's credit that goes to somebody beside the payee: one third is {@code 1} of
 * {@code 3}. The payee keeps the rest, and the part too when the sale names nobody to get it.
 *
 * @param payee who gets it
 * @param part numerator, above zero
 * @param of denominator, 2 to 1,000,000, above the numerator
 */
public record Part(Payee payee, int part, int of) {
  public Part {
    Check check = new Check().present("payee", payee);
    check.within("of", of, 2, 1_000_000, "part-out-of-range");
    check.that(part > 0 && part < of, "part", "part-out-of-range", "least", 1, "most", of - 1);
    check.done();
  }

  Exact share() {
    return Exact.of(part).dividedBy(Exact.of(of));
  }
}
