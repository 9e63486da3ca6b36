package org.mitra.funds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.mitra.money.Money;

/**
 * Which lots an amount is taken from, and to which it goes back. The earliest expiry is consumed
 * first; what is released goes back to the lot that was consumed last.
 */
final class Lots {
  /** The order in which lots are consumed. */
  static final Comparator<Lot> CONSUMED =
      Comparator.comparing(Lot::expiresOn).thenComparing(Lot::number);

  private Lots() {}

  /**
   * A part of an amount, and the lot that it is in.
   *
   * @param lot row id
   */
  record Part(long lot, Money amount) {}

  /** What can be promised: lapsed lots have nothing left. */
  static Money available(List<Lot> lots, Money none) {
    return lots.stream().filter(lot -> !lot.lapsed()).map(Lot::available).reduce(none, Money::plus);
  }

  /**
   * The parts that make up the amount, in the order in which they are consumed.
   *
   * @throws IllegalArgumentException when there is not so much
   */
  static List<Part> consume(List<Lot> lots, Money amount) {
    List<Part> free =
        lots.stream()
            .filter(lot -> !lot.lapsed())
            .sorted(CONSUMED)
            .map(lot -> new Part(lot.id(), lot.available()))
            .toList();
    return firstOf(free, amount);
  }

  /** Takes the amount from the parts, the first of them first: what is paid. */
  static List<Part> firstOf(List<Part> parts, Money amount) {
    List<Part> taken = new ArrayList<>();
    Money missing = amount;
    for (Part part : parts) {
      Money here = part.amount().min(missing);
      if (here.signum() > 0) {
        taken.add(new Part(part.lot(), here));
        missing = missing.minus(here);
      }
    }
    if (!missing.isZero()) {
      throw new IllegalArgumentException(missing + " of " + amount + " are not there: " + parts);
    }
    return taken;
  }

  /** Takes the amount from the parts, the last of them first: what is released. */
  static List<Part> lastOf(List<Part> parts, Money amount) {
    List<Part> backwards = new ArrayList<>(parts);
    Collections.reverse(backwards);
    return firstOf(backwards, amount);
  }

  static Money sum(List<Part> parts, Money none) {
    return parts.stream().map(Part::amount).reduce(none, Money::plus);
  }
}
