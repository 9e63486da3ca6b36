package org.mitra.programs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mitra.engine.Counting;
import org.mitra.engine.FundRule;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;

/**
 * What an amendment may change, and from when. It starts with a period: one to come, unless an
 * earlier one is asked for, which is only allowed as long as nobody loses by it ({@link
 * Retroaction}). It cuts time as the program always did, so that no sale changes its period.
 */
final class Amendments {
  private Amendments() {}

  /** The first day from which the program's next terms can hold. */
  static LocalDate earliest(Terms published, LocalDate heldFrom, LocalDate today) {
    LocalDate after = heldFrom.isAfter(today) ? heldFrom : today;
    if (after.isBefore(published.from())) {
      after = published.from();
    }
    return published.schedule().periodOf(after).end();
  }

  /**
   * @param published the newest published terms
   * @param heldFrom since when they hold
   * @param amended the new terms
   * @param from when they shall hold
   * @param today in the program's zone
   * @throws Problem 422 for a change or a day that an amendment cannot have
   */
  static void check(
      Terms published, LocalDate heldFrom, Terms amended, LocalDate from, LocalDate today) {
    List<Problem> fixed = new ArrayList<>();
    fixed(fixed, "zone", published.zone(), amended.zone());
    fixed(fixed, "from", published.from(), amended.from());
    fixed(fixed, "periodMonths", published.periodMonths(), amended.periodMonths());
    fixed(fixed, "closingDay", published.closingDay(), amended.closingDay());
    fixed(fixed, "returns", published.returns(), amended.returns());
    fixed(fixed, "settles", published.settles(), amended.settles());
    fixedCounting(fixed, published.counting(), amended.counting());
    fixed(fixed, "currency", published.currency(), amended.currency());
    fixed(
        fixed,
        "rule/type",
        published.rule() instanceof FundRule,
        amended.rule() instanceof FundRule);
    fixed(
        fixed,
        "limits/budget",
        published.limits().budget().isPresent(),
        amended.limits().budget().isPresent());
    if (!fixed.isEmpty()) {
      throw Problem.refused("program.amendment-changes").because(fixed);
    }
    checkDate(published, heldFrom, from, today);
    if (!from.isBefore(amended.until())) {
      throw Problem.refused("program.amendment-ended").at("/terms/until");
    }
  }

  private static void fixedCounting(List<Problem> fixed, Counting before, Counting after) {
    fixed(fixed, "trigger", before.trigger(), after.trigger());
    fixed(fixed, "shared", before.shared(), after.shared());
    fixed(fixed, "conversion", before.conversion(), after.conversion());
    fixed(fixed, "spanMonths", before.spanMonths(), after.spanMonths());
    fixed(fixed, "periodWeeks", before.periodWeeks(), after.periodWeeks());
  }

  /**
   * @throws Problem 422 for a day on which no period begins, or that lies before the terms that
   *     hold; the first day after the program counts as one, for an amendment that extends it
   */
  static void checkDate(Terms published, LocalDate heldFrom, LocalDate from, LocalDate today) {
    LocalDate earliest = earliest(published, heldFrom, today);
    if (earliest.isAfter(published.until()) && !from.isBefore(earliest)) {
      throw Problem.refused("program.amendment-over").at("/effectiveFrom");
    }
    boolean startsPeriod =
        !from.isBefore(published.from())
            && published.schedule().periodOf(from).start().equals(from);
    if (!startsPeriod || from.isBefore(heldFrom) || from.isAfter(published.until())) {
      throw Problem.refused("program.amendment-date")
          .with("earliest", earliest)
          .at("/effectiveFrom");
    }
  }

  private static void fixed(List<Problem> fixed, String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      fixed.add(Problem.refused("program.amendment-fixed").at("/terms/" + field));
    }
  }
}
