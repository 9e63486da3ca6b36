package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mitra.accruals.Accruals;
import org.mitra.accruals.Admission;
import org.mitra.accruals.Gain;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.EarningRule;
import org.mitra.engine.Measure;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Shares;
import org.mitra.time.Period;

/**
 * What claimed units bring: what the partner would have earned with them, less what he has earned
 * without them, for each period. So tiers and limits count as they do when it is paid. Items share
 * it by what the rule pays on.
 */
@ApplicationScoped
class ClaimWorth {
  @Inject private Accruals accruals;

  /** The verdicts with what each item that did not fail would bring. */
  List<Verdict> shared(CompiledProgram program, Claim claim, List<Verdict> verdicts) {
    List<Admission> admissions =
        verdicts.stream().filter(v -> !v.isFailed()).map(Verdict::admission).toList();
    List<Verdict> worth = new ArrayList<>(verdicts);
    for (Gain gain : accruals.gains(program, claim.partnerId(), claim.partner(), admissions)) {
      share(program, gain, worth);
    }
    return worth;
  }

  private static void share(CompiledProgram program, Gain gain, List<Verdict> verdicts) {
    Period period = gain.key().period();
    EarningRule rule = (EarningRule) program.termsOn(period.start()).rule();
    List<Integer> places = new ArrayList<>();
    List<Exact> weights = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (!verdict.isFailed() && period.contains(verdict.soldOn())) {
        places.add(i);
        weights.add(weight(verdict, rule.pays()));
      }
    }
    if (places.isEmpty()) {
      return;
    }
    boolean nothing = weights.stream().allMatch(Exact::isZero);
    List<Money> shares =
        Shares.byWeight(
            gain.amount(), nothing ? Collections.nCopies(weights.size(), Exact.ONE) : weights);
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      verdicts.set(place, verdicts.get(place).worth(shares.get(i).amount()));
    }
  }

  /** The item's part of the measure that is paid on, less what is taken off for being late. */
  private static Exact weight(Verdict verdict, Measure pays) {
    var line = verdict.sale().orElseThrow().line();
    BigDecimal whole = pays.of(line);
    Exact part = Exact.of(whole).times(verdict.units()).dividedBy(Exact.of(line.quantity()));
    return part.minus(verdict.sale().orElseThrow().claimed().taken().of(part));
  }
}
