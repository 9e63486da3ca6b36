package org.mitra.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.mitra.money.Exact;

/**
 * Shows each sales line once to all programs that sales earn something in.
 *
 * <p>Thread-safe as long as each thread brings its own sink.
 */
public final class Crediting {
  private final List<CompiledProgram> programs;

  public Crediting(List<CompiledProgram> programs) {
    this.programs = programs.stream().filter(CompiledProgram::earns).toList();
  }

  /** Every program either credits the line or refuses it with a reason; the sink hears of each. */
  public void see(SalesLine line, Sink sink) {
    ZoneId zone = null;
    LocalDate day = null;
    for (CompiledProgram program : programs) {
      if (!program.zone().equals(zone)) {
        zone = program.zone();
        day = LocalDate.ofInstant(line.countsAt(), zone);
      }
      program.judge(line, day, sink);
    }
  }

  /** Where verdicts go. */
  public interface Sink {
    void credited(AccrualKey key, Credit credit);

    void refused(String program, SalesLine line, Refusal refusal);

    /**
     * A line of the past counts for what a later period's growth is measured against; it is
     * credited, or refused, for its own period besides.
     */
    default void past(AccrualKey key, Exact part) {}
  }
}
