package org.mitra.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mitra.money.Exact;

/**
 * The measures of one payee, program, period and currency: sums, and the lines behind them when
 * they are asked for.
 *
 * <p>Sums are enough to compute most rules; lines are kept for rules that depend on their order,
 * and for explanations.
 */
public final class Measured {
  private static final Comparator<Credit> IN_ORDER =
      Comparator.comparing(Credit::line, SalesLine.IN_ORDER);

  private final boolean keepsLines;
  private final List<Credit> credits = new ArrayList<>();
  private Exact qualifying = Exact.ZERO;
  private Exact paying = Exact.ZERO;
  private int lines;
  private boolean sorted = true;

  private Measured(boolean keepsLines) {
    this.keepsLines = keepsLines;
  }

  public static Measured sums() {
    return new Measured(false);
  }

  public static Measured withLines() {
    return new Measured(true);
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

  /** Adds what another, of the same kind, has summed up of other lines. */
  void absorb(Measured other) {
    qualifying = qualifying.plus(other.qualifying);
    paying = paying.plus(other.paying);
    lines += other.lines;
    credits.addAll(other.credits);
    sorted = credits.isEmpty();
  }

  public Exact qualifying() {
    return qualifying;
  }

  public Exact paying() {
    return paying;
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
