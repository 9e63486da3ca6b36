package org.mitra.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitra.money.Exact;

/**
 * The measures of one payee, program, period and currency: sums, and the lines behind them when
 * they are asked for.
 *
 * <p>Sums are enough to compute most rules; lines are kept for rules that depend on which lines
 * they come from, and for explanations.
 */
public final class Measured {
  private static final Comparator<Credit> IN_ORDER =
      Comparator.comparing(Credit::line, SalesLine.IN_ORDER);

  private final boolean keepsLines;
  private final List<Credit> credits;
  private List<Credit> losses = List.of();
  private Exact qualifying = Exact.ZERO;
  private Exact paying = Exact.ZERO;
  private Exact past = Exact.ZERO;
  private Optional<Exact> yardstick = Optional.empty();
  private int lines;
  private boolean sorted = true;

  private Measured(boolean keepsLines) {
    this.keepsLines = keepsLines;
    this.credits = keepsLines ? new ArrayList<>() : List.of();
  }

  public static Measured sums() {
    return new Measured(false);
  }

  /** An empty one that keeps what the other keeps. */
  static Measured like(Measured other) {
    return new Measured(other.keepsLines);
  }

  public static Measured withLines() {
    return new Measured(true);
  }

  /** Sums of which nobody asks whose they are. */
  public static Measured of(Exact qualifying, Exact paying) {
    Measured measured = sums();
    measured.qualifying = qualifying;
    measured.paying = paying;
    return measured;
  }

  public void add(Credit credit) {
    qualifying = qualifying.plus(credit.qualifying());
    paying = paying.plus(credit.paying());
    lines++;
    if (keepsLines) {
      credits.add(credit);
      sorted = false;
    }
  }

  /** Adds to what earlier sales measured, which growth is compared with. */
  void addPast(Exact part) {
    past = past.plus(part);
  }

  /** Adds what another, of the same kind, has summed up of other lines. */
  void absorb(Measured other) {
    qualifying = qualifying.plus(other.qualifying);
    paying = paying.plus(other.paying);
    past = past.plus(other.past);
    lines += other.lines;
    if (keepsLines) {
      credits.addAll(other.credits);
      sorted = credits.isEmpty();
    }
    addLosses(other.losses);
  }

  private void addLosses(List<Credit> more) {
    if (!more.isEmpty()) {
      losses = losses.isEmpty() ? new ArrayList<>() : losses;
      losses.addAll(more);
    }
  }

  /** The same lines, where what one counts for depends on the others. */
  Measured regrouped(SalesRule rule) {
    if (rule.qualifies().grouping().isEmpty() && rule.pays().grouping().isEmpty()) {
      return this;
    }
    List<Credit> inOrder = credits();
    List<Exact> reaching = counts(rule.qualifies(), inOrder, Credit::qualifying);
    List<Exact> paid = counts(rule.pays(), inOrder, Credit::paying);
    Measured regrouped = withLines();
    for (int i = 0; i < inOrder.size(); i++) {
      Credit credit = inOrder.get(i);
      regrouped.add(new Credit(credit.line(), reaching.get(i), paid.get(i)));
      boolean sale = credit.line().id() == credit.line().origin();
      if (sale && rule.pays() == Measure.MARGIN && paid.get(i).isZero()) {
        regrouped.addLosses(lossOf(credit, inOrder));
      }
    }
    regrouped.past = past;
    return regrouped;
  }

  /** A sale, with the margin that it and what corrects it have left, if that is below zero. */
  private static List<Credit> lossOf(Credit sale, List<Credit> credits) {
    Exact margin =
        credits.stream()
            .filter(credit -> credit.line().origin() == sale.line().id())
            .map(Credit::paying)
            .reduce(Exact.ZERO, Exact::plus);
    return margin.signum() < 0 ? List.of(new Credit(sale.line(), margin, margin)) : List.of();
  }

  private static List<Exact> counts(
      Measure measure, List<Credit> inOrder, Function<Credit, Exact> part) {
    return measure
        .grouping()
        .map(grouping -> grouping.of(inOrder, part))
        .orElseGet(() -> inOrder.stream().map(part).toList());
  }

  /** The same, compared with the yardstick. */
  Measured against(Optional<Exact> amount) {
    Measured compared = new Measured(keepsLines);
    compared.absorb(this);
    compared.yardstick = amount;
    return compared;
  }

  /** The same, lowered by what periods before have left below zero. */
  Measured after(Exact shortfall) {
    Measured lowered = against(yardstick);
    lowered.qualifying = qualifying.plus(shortfall);
    lowered.paying = paying.plus(shortfall);
    if (keepsLines) {
      lowered.credits.add(Carried.of(shortfall));
      lowered.sorted = false;
    }
    return lowered;
  }

  public Exact qualifying() {
    return qualifying;
  }

  public Exact paying() {
    return paying;
  }

  /** What earlier sales measured that growth is compared with. */
  public Exact past() {
    return past;
  }

  /** What attainment is measured against; empty when nobody knows. */
  public Optional<Exact> yardstick() {
    return yardstick;
  }

  /** Sales whose margin was below zero, with what it was; they count for nothing. */
  List<Credit> losses() {
    return List.copyOf(losses);
  }

  /** How many lines were credited. */
  public int lines() {
    return lines;
  }

  public boolean keepsLines() {
    return keepsLines;
  }

  /** The credited lines in the order in which they fill tiers; empty when only sums are kept. */
  public List<Credit> credits() {
    if (!sorted) {
      credits.sort(IN_ORDER);
      sorted = true;
    }
    return List.copyOf(credits);
  }
}
