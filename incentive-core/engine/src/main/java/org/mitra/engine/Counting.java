package org.mitra.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.money.Exact;

/**
 * How sales are counted.
 *
 * @param trigger what has to happen before a sale counts
 * @param shared parts of the credit that go to others than the payee; together less than all of it
 * @param conversion how sales in other currencies count; empty when they do not
 * @param spanMonths over how many months measures add up while periods are settled in between, as
 *     in <i>year to date, settled monthly</i>; a multiple of the period's months; empty when each
 *     period stands for itself
 * @param periodWeeks length of a settlement period in weeks, in place of months
 * @param thresholds which thresholds hold for who joins or leaves in mid-period
 * @param inPeriod what becomes of what was measured, where the terms begin inside a period; empty
 *     for terms that begin with one
 */
public record Counting(
    Trigger trigger,
    List<Part> shared,
    Optional<Conversion> conversion,
    Optional<Integer> spanMonths,
    Optional<Integer> periodWeeks,
    Thresholds thresholds,
    Optional<InPeriod> inPeriod) {
  public static final Counting USUAL =
      new Counting(
          Trigger.INVOICE,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Thresholds.UNPRORATED,
          Optional.empty());

  public Counting {
    shared = List.copyOf(shared);
    Check check = new Check().present("trigger", trigger).present("thresholds", thresholds);
    spanMonths.ifPresent(
        months -> check.within("spanMonths", months, 2, 120, "months-out-of-range"));
    periodWeeks.ifPresent(weeks -> check.within("periodWeeks", weeks, 1, 52, "weeks-out-of-range"));
    Set<Payee> known = new HashSet<>();
    for (int i = 0; i < shared.size(); i++) {
      check.that(known.add(shared.get(i).payee()), "shared/" + i + "/payee", "payee-twice");
    }
    boolean leaves = sum(shared).compareTo(Exact.ONE) < 0;
    check.that(leaves, "shared", "nothing-left-for-payee");
    check.done();
  }

  public Counting(
      Trigger trigger,
      List<Part> shared,
      Optional<Conversion> conversion,
      Optional<Integer> spanMonths,
      Optional<Integer> periodWeeks,
      Thresholds thresholds) {
    this(trigger, shared, conversion, spanMonths, periodWeeks, thresholds, Optional.empty());
  }

  /** The same for terms that begin inside a period, or do not. */
  public Counting beginning(Optional<InPeriod> inside) {
    return new Counting(trigger, shared, conversion, spanMonths, periodWeeks, thresholds, inside);
  }

  private static Exact sum(List<Part> parts) {
    return parts.stream().map(Part::share).reduce(Exact.ZERO, Exact::plus);
  }
}
