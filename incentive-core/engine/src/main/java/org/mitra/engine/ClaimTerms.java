package org.mitra.engine;

/**
 * Makes a program pay only for units that a partner claimed and a reviewer approved.
 *
 * @param withinDays days after the sale within which it must be claimed, 1 to 366
 * @param proof whether an invoice or other document must be attached
 */
public record ClaimTerms(int withinDays, boolean proof) {
  public ClaimTerms {
    new Check().within("withinDays", withinDays, 1, 366, "days-out-of-range").done();
  }
}
