package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Payee;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** Programs that pay partners for what those below them sell or buy. */
@ApplicationScoped
class Above {
  @Inject private Sql sql;
  @Inject private Programs programs;

  /** Whether there are any. Only then anybody has to read the lines of those below him. */
  boolean isPaid() {
    return programs.compiled().stream().anyMatch(Above::pays);
  }

  private static boolean pays(CompiledProgram program) {
    Period term = program.term();
    return Stream.of(term.start(), term.end().minusDays(1))
        .map(day -> program.termsOn(day).payee())
        .anyMatch(payee -> payee == Payee.ABOVE_SELLER || payee == Payee.ABOVE_BUYER);
  }

  /** Together with whoever ever stood above one of the partners, if any program pays such. */
  SortedMap<Long, Period> with(SortedMap<Long, Period> days) {
    if (days.isEmpty() || !isPaid()) {
      return days;
    }
    SortedMap<Long, Period> all = new TreeMap<>(days);
    sql.each(
        row ->
            all.merge(row.number("parent_id"), days.get(row.number("partner_id")), Following::hull),
        "SELECT DISTINCT partner_id, parent_id FROM partner_standing"
            + " WHERE parent_id IS NOT NULL AND partner_id IN "
            + Sql.list(days.size()),
        days.keySet().toArray());
    return all;
  }
}
