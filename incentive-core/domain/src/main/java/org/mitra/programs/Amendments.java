package org.mitra.programs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mitra.engine.Counting;
import org.mitra.engine.FundRule;
import org.mitra.engine.InPeriod;
import org.mitra.engine.SalesRule;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;

/**
 * What an amendment may change, and from when. It starts with a period, or inside one where its
 * terms say what becomes of what was measured. On days that are over it is only allowed as long as
 * nobody loses by it ({@link Retroaction}). It cuts time as the program always did, so that no sale
 * changes its period.
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
    fixed(fixed, "rule/accrual", grows(published), grows(amended));
    fixed(
        fixed,
        "limits/budget",
        published.limits().budget().isPresent(),
        amended.limits().budget().isPresent());
    Optional<InPeriod> inside = amended.counting().inPeriod();
    boolean cuts = inside.isPresent() && !startsPeriod(published, from);
    if (cuts) {
      fixed(fixed, "pay", published.pay(), amended.pay());
      fixed(fixed, "limits/scarce", published.limits().scarce(), amended.limits().scarce());
      fixed(fixed, "limits/budget", published.limits().budget(), amended.limits().budget());
    }
    if (!fixed.isEmpty()) {
      throw Problem.refused("program.amendment-changes").because(fixed);
    }
    checkDate(published, heldFrom, from, today, cuts);
    if (cuts && !published.canBeCut()) {
      throw Problem.refused("program.amendment-inside").at("/effectiveFrom");
    }
    if (cuts && inside.get() == InPeriod.CONTINUE && !measureAlike(published, amended)) {
      throw Problem.refused("program.amendment-measures").at("/terms/inPeriod");
    }
    if (!from.isBefore(amended.until())) {
      throw Problem.refused("program.amendment-ended").at("/terms/until");
    }
  }

  private static boolean grows(Terms terms) {
    return terms.rule() instanceof FundRule fund && fund.accrual().isPresent();
  }

  /** What goes on has to be the same measure. */
  private static boolean measureAlike(Terms before, Terms after) {
    SalesRule one = before.earns().orElseThrow();
    SalesRule other = after.earns().orElseThrow();
    return one.qualifies() == other.qualifies() && one.pays() == other.pays();
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
    checkDate(published, heldFrom, from, today, false);
  }

  private static boolean startsPeriod(Terms published, LocalDate from) {
    return !from.isBefore(published.from())
        && published.schedule().periodOf(from).start().equals(from);
  }

  private static void checkDate(
      Terms published, LocalDate heldFrom, LocalDate from, LocalDate today, boolean inside) {
    LocalDate earliest = earliest(published, heldFrom, today);
    if (earliest.isAfter(published.until()) && !from.isBefore(earliest)) {
      throw Problem.refused("program.amendment-over").at("/effectiveFrom");
    }
    boolean begins = inside ? published.term().contains(from) : startsPeriod(published, from);
    if (!begins || from.isBefore(heldFrom) || from.isAfter(published.until())) {
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
