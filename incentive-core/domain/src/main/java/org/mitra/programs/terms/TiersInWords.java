package org.mitra.programs.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mitra.engine.Tier;
import org.mitra.engine.TierMethod;
import org.mitra.engine.Tiered;

/** A tier table as sentences: what the tiers are about, and one sentence for each. */
final class TiersInWords {
  private final Tiered rule;
  private final TermsInWords words;

  TiersInWords(Tiered rule, TermsInWords words) {
    this.rule = rule;
    this.words = words;
  }

  List<String> sentences() {
    List<Tier> tiers = rule.table().tiers();
    List<String> sentences = new ArrayList<>();
    // A flat amount is paid on nothing, so it does not matter what would be paid on.
    boolean one = rule.qualifies() == rule.pays() || rule.method() == TierMethod.FIXED;
    sentences.add(
        words.text(
            "tiered." + rule.method() + (one ? "" : ".other"),
            "qualifies",
            words.measure(rule.qualifies()),
            "pays",
            words.measure(rule.pays())));
    BigDecimal first = tiers.get(0).from();
    if (first.signum() > 0) {
      sentences.add(words.text("tier.nothing", "to", much(first)));
    }
    for (int i = 0; i < tiers.size(); i++) {
      sentences.add(
          rule.method() == TierMethod.MARGINAL
              ? slice(tiers.get(i), i + 1 < tiers.size() ? tiers.get(i + 1) : null)
              : step(tiers.get(i)));
    }
    if (tiers.stream().anyMatch(tier -> tier.plus().isPresent())) {
      sentences.add(words.text("once." + rule.method()));
    }
    return sentences;
  }

  private String slice(Tier tier, Tier next) {
    String offer = words.offer(tier);
    if (next == null) {
      return tier.from().signum() == 0
          ? words.text("tier.everything", "offer", offer)
          : words.text("tier.above", "offer", offer, "from", much(tier.from()));
    }
    return tier.from().signum() == 0
        ? words.text("tier.first", "offer", offer, "to", much(next.from()))
        : words.text(
            "tier.between", "offer", offer, "from", much(tier.from()), "to", much(next.from()));
  }

  private String step(Tier tier) {
    return tier.from().signum() == 0
        ? words.text("step.first", "offer", words.offer(tier))
        : words.text(
            "step." + rule.table().starts(), "offer", words.offer(tier), "from", much(tier.from()));
  }

  private String much(BigDecimal value) {
    return words.much(rule.qualifies(), value);
  }
}
