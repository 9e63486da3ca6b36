package org.mitra.programs;

import java.time.LocalDate;
import org.mitra.engine.CompiledProgram;
import org.mitra.problem.Problem;

/** Knows what an amendment would do to what was reported already. */
public interface Retroaction {
  /**
   * @param before the program as it is
   * @param after as it would be
   * @param from since when the new terms would hold: the start of a period that has begun
   * @throws Problem 422 when somebody would earn less on sales that were reported already
   */
  void check(CompiledProgram before, CompiledProgram after, LocalDate from);
}
