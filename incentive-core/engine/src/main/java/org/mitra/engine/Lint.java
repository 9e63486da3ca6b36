package org.mitra.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * Looks for what terms say and their author may not have meant. It asks the rule itself what it
 * pays around each threshold, so it sees a rule as partners will.
 */
public final class Lint {
  private static final Exact HUNDRED = Exact.of(100);

  private final Terms terms;
  private final List<Finding> findings = new ArrayList<>();

  private Lint(Terms terms) {
    this.terms = terms;
  }

  /** What the terms alone show; what sales and other programs show is found elsewhere. */
  public static List<Finding> of(Terms terms) {
    return new Lint(terms).findings();
  }

  private List<Finding> findings() {
    if (terms.rule() instanceof Tiered tiered) {
      table(tiered);
    }
    if (terms.rule() instanceof Attainment attainment) {
      table(attainment);
    }
    lonelyPeriod();
    smallBudget();
    return List.copyOf(findings);
  }

  private void table(Tiered rule) {
    if (rule.qualifies() != rule.pays()) {
      if (rule.method() == TierMethod.WHOLE_AMOUNT && rule.table().tiers().size() > 1) {
        findings.add(
            Finding.needsReason("cliff-by-other-measure", "rule", "measure", rule.qualifies()));
      }
      return;
    }
    Exact step =
        rule.qualifies().isMoney() ? Exact.of(BigDecimal.ONE.movePointLeft(scale())) : Exact.ONE;
    new Walk(rule, Optional.empty(), rule.table(), Exact.ONE, step, "").look();
  }

  private void table(Attainment rule) {
    if (rule.qualifies() != rule.pays()) {
      return;
    }
    // Who knows what partners will be measured against: a yardstick of 1,000,000 shows the shape.
    Exact yardstick = rule.yardstick().amount().map(Exact::of).orElse(Exact.of(1_000_000));
    boolean known = rule.yardstick().amount().isPresent();
    new Walk(
            rule,
            Optional.of(yardstick),
            rule.table(),
            yardstick.dividedBy(HUNDRED),
            yardstick.dividedBy(Exact.of(1_000_000)),
            known ? "" : "-of-yardstick")
        .look();
  }

  private int scale() {
    return terms.currency().map(currency -> currency.scale()).orElse(2);
  }

  /** Goes from threshold to threshold and compares what is paid on either side. */
  private final class Walk {
    private final EarningRule rule;
    private final Optional<Exact> yardstick;
    private final TierTable table;
    private final Exact unit;
    private final Exact step;
    private final String suffix;

    /**
     * @param unit what a threshold of one is in the measure
     * @param step the smallest amount of the measure that is worth looking at
     */
    Walk(
        EarningRule rule,
        Optional<Exact> yardstick,
        TierTable table,
        Exact unit,
        Exact step,
        String suffix) {
      this.rule = rule;
      this.yardstick = yardstick;
      this.table = table;
      this.unit = unit;
      this.step = step;
      this.suffix = suffix;
    }

    void look() {
      for (int i = 0; i < table.tiers().size(); i++) {
        BigDecimal from = table.tiers().get(i).from();
        if (from.signum() > 0) {
          look(i, from);
        }
      }
    }

    private void look(int tier, BigDecimal from) {
      Exact threshold = Exact.of(from).times(unit);
      boolean reached = table.starts() == Starts.REACHED;
      Exact at = reached ? threshold : threshold.plus(step);
      Exact below = at.minus(step);
      Exact jump = earned(at).minus(earned(below));
      Exact before = earned(below).minus(earned(below.minus(step)));
      Exact after = earned(at.plus(step)).minus(earned(at));
      String field = "rule/tiers/" + tier;
      if (jump.compareTo(before.plus(after).max(Exact.ZERO)) > 0) {
        findings.add(
            Finding.needsReason(
                "cliff" + suffix, field, "from", Decimals.plain(from), "size", size(jump)));
      }
      if (jump.signum() < 0) {
        findings.add(
            Finding.needsReason(
                "pays-less" + suffix,
                field,
                "from",
                Decimals.plain(from),
                "size",
                size(jump.negated())));
      }
      if (tier > 0 && after.compareTo(before) < 0) {
        findings.add(Finding.needsReason("rate-falls", field, "from", Decimals.plain(from)));
      }
      if (beyondLimit(below)) {
        findings.add(Finding.needsReason("tier-beyond-limit", field, "from", Decimals.plain(from)));
      }
    }

    /** In the currency, or in percent of a yardstick that nobody knows yet. */
    private String size(Exact amount) {
      Exact shown =
          suffix.isEmpty() ? amount : amount.times(HUNDRED).dividedBy(yardstick.orElseThrow());
      return Decimals.plain(shown.rounded(suffix.isEmpty() ? scale() : 2, RoundingMode.HALF_UP));
    }

    private boolean beyondLimit(Exact measure) {
      return suffix.isEmpty()
          && terms
              .limits()
              .perPayee()
              .filter(limit -> earned(measure).compareTo(Exact.of(limit)) >= 0)
              .isPresent();
    }

    private Exact earned(Exact measure) {
      return rule.earn(Measured.of(measure, measure).against(yardstick)).amount();
    }
  }

  /** A program that is over before its first period would be. */
  private void lonelyPeriod() {
    if (terms.earns().isPresent() && terms.until().isBefore(terms.schedule().period(0).end())) {
      findings.add(
          Finding.needsReason(
              "ends-in-first-period",
              "until",
              "until",
              terms.until().minusDays(1),
              "period",
              terms.schedule().period(0).lastDay()));
    }
  }

  private void smallBudget() {
    Optional<Exact> budget = terms.limits().budget().map(Exact::of);
    Optional<Exact> limit = terms.limits().perPayee().map(Exact::of);
    if (budget.isPresent() && limit.isPresent() && limit.get().compareTo(budget.get()) > 0) {
      findings.add(Finding.needsReason("limit-above-budget", "limits/perPayee"));
    }
  }
}
