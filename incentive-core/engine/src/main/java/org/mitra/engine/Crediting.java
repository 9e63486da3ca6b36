package org.mitra.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;

/**
 * Shows each sales line once to all programs that sales earn something in.
 *
 * <p>Thread-safe as long as each thread brings its own sink.
 */
public final class Crediting {
  /** Programs whose days begin at the same moment. */
  private record Place(ZoneId zone, List<CompiledProgram> programs) {}

  private final List<Place> places;

  public Crediting(List<CompiledProgram> programs) {
    Map<ZoneId, List<CompiledProgram>> byZone = new LinkedHashMap<>();
    programs.stream()
        .filter(CompiledProgram::earns)
        .forEach(it -> byZone.computeIfAbsent(it.zone(), zone -> new ArrayList<>()).add(it));
    this.places =
        byZone.entrySet().stream().map(it -> new Place(it.getKey(), it.getValue())).toList();
  }

  /** Every program either credits the line or refuses it with a reason; the sink hears of each. */
  public void see(SalesLine line, Sink sink) {
    for (Place place : places) {
      LocalDate day = LocalDate.ofInstant(line.countsAt(), place.zone());
      for (CompiledProgram program : place.programs()) {
        program.judge(line, day, sink);
      }
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
