package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.claims.ClaimItems.Asked;
import org.mitra.data.BusinessClock;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.SalesLine;

/**
 * Judges claimed units by the facts and the program's terms, thousands at once. Whether another
 * claim has a unit already is not decided here but by {@link UnitQueue}.
 */
@ApplicationScoped
class ClaimCheck {
  @Inject private SoldUnits soldUnits;
  @Inject private ClaimWorth worth;
  @Inject private BusinessClock clock;

  /**
   * One verdict for each item, in the same order, with what it would bring.
   *
   * @param claim that asks
   */
  List<Verdict> of(CompiledProgram program, Claim claim, List<Asked> items) {
    SoldUnits.Facts facts =
        soldUnits.of(
            items.stream().map(Asked::unit).toList(),
            claim.partnerId(),
            claim.programId(),
            claim.id());
    UnitJudge judge = new UnitJudge(program, claim.partner(), facts, clock.now(), clock.zone());
    List<Verdict> verdicts = new ArrayList<>(items.size());
    Map<String, Integer> first = new HashMap<>();
    for (Asked item : items) {
      Integer earlier = first.putIfAbsent(item.unit().sameness(), item.position());
      verdicts.add(
          earlier == null
              ? judge.judge(item)
              : Verdict.unknown(item, Finding.of("twice-here", earlier, "")));
    }
    keepCurrency(verdicts);
    keepWithinLines(verdicts, facts);
    holdLookAlikes(items, verdicts);
    return worth.shared(program, claim, verdicts);
  }

  /**
   * A claim is paid in the currency of its first unit: amounts in different ones are never added.
   */
  private static void keepCurrency(List<Verdict> verdicts) {
    String kept = "";
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (!verdict.isFailed()) {
        String had = verdict.sale().orElseThrow().line().currency().code();
        kept = kept.isEmpty() ? had : kept;
        if (!had.equals(kept)) {
          verdicts.set(i, verdict.failed(Finding.of("currency-differs", had, kept)));
        }
      }
    }
  }

  /** Not more units of a line than were sold, did not come back and are in no other claim. */
  private static void keepWithinLines(List<Verdict> verdicts, SoldUnits.Facts facts) {
    Map<Long, BigDecimal> left = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.isFailed()) {
        continue;
      }
      SalesLine line = verdict.sale().orElseThrow().line();
      Map<String, BigDecimal> others = facts.claimed(line.id());
      if (others.containsKey(verdict.unitKey())) {
        continue; // The very unit is in another claim: that is told, and it waits.
      }
      BigDecimal free = left.computeIfAbsent(line.id(), id -> free(line, facts));
      if (verdict.units().compareTo(free) > 0) {
        verdicts.set(
            i,
            verdict.failed(
                Finding.of(
                    "more-than-sold",
                    verdict.units().stripTrailingZeros().toPlainString(),
                    free.stripTrailingZeros().toPlainString())));
      } else {
        left.put(line.id(), free.subtract(verdict.units()));
      }
    }
  }

  private static BigDecimal free(SalesLine line, SoldUnits.Facts facts) {
    SoldUnits.Returned returned = facts.returned(line.id());
    BigDecimal free = line.quantity().subtract(returned.quantity());
    for (Map.Entry<String, BigDecimal> other : facts.claimed(line.id()).entrySet()) {
      if (!returned.serials().contains(other.getKey())) {
        free = free.subtract(other.getValue());
      }
    }
    return free.max(BigDecimal.ZERO);
  }

  /** Of two units that look alike in one claim, the second waits for a person to look. */
  private static void holdLookAlikes(List<Asked> items, List<Verdict> verdicts) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.isFailed()) {
        continue;
      }
      String earlier = seen.putIfAbsent(verdict.folded(), verdict.unit().sameness());
      if (earlier != null && !items.get(i).cleared()) {
        verdicts.set(i, verdict.held(Finding.of("look-alike-here", earlier, "")));
      }
    }
  }
}
