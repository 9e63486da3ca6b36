package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Measured;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * Computes what a payee has earned in a period with its reason, down to his own lines. What others
 * sold comes in as sums, where it matters.
 */
@ApplicationScoped
class Explaining {
  private static final int KEPT = 8;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private JointMarks jointMarks;

  /** Sums over everybody's lines, and what was known then. */
  private record Sums(List<CompiledProgram> programs, String stamp, Calculation calculation) {
    boolean areOf(List<CompiledProgram> others, String now) {
      // A program that changed is another object.
      return stamp.equals(now) && programs.equals(others);
    }
  }

  private record Place(String program, Period period) {}

  /** One period of a joint program is asked for again and again while it is settled. */
  private final Map<Place, Sums> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

  /** What there is to explain for the key, on the facts as they are. */
  Calculation of(long partnerId, AccrualKey key) {
    Ties ties = new Ties(programs.compiled());
    CompiledProgram program =
        ties.programs().stream()
            .filter(known -> known.id().equals(key.program()))
            .findFirst()
            .orElseThrow();
    List<CompiledProgram> group = ties.group(program, key.period());
    Period reads = ties.reads(program, key.period());
    Calculation calculation = Calculation.explained(group);
    salesLines
        .of(partnerId, reads.from(program.zone()), reads.until(program.zone()))
        .forEach(calculation::see);
    if (ties.isJoint(program.id())) {
      calculation.beside(sums(ties, program, key.period()), key.payee());
    }
    return calculation;
  }

  /** What everybody's sales add up to, as far as it matters for the period. */
  Calculation sums(Ties ties, CompiledProgram program, Period period) {
    List<CompiledProgram> group = ties.group(program, period);
    Period reads = ties.reads(program, period);
    Place place = new Place(program.id(), period);
    // Asked for before lines are read: what is read after it is as new, or newer.
    String stamp = jointMarks.stamp(group.stream().map(CompiledProgram::id).toList(), reads);
    synchronized (kept) {
      Sums known = kept.get(place);
      if (known != null && known.areOf(group, stamp)) {
        return known.calculation();
      }
    }
    Calculation calculation = Calculation.ofAmounts(group);
    salesLines.between(
        reads.from(program.zone()),
        reads.until(program.zone()),
        Channel.whole(sql),
        (line, feed) -> calculation.see(line));
    // Put in order now: afterwards several threads read it.
    calculation.measures().values().forEach(Measured::credits);
    synchronized (kept) {
      kept.put(place, new Sums(group, stamp, calculation));
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return calculation;
  }
}
