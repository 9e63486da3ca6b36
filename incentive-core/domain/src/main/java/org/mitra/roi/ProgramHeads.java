package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** Published programs by name and time, the newest first. */
@ApplicationScoped
class ProgramHeads {
  private static final Comparator<ProgramHead> NEWEST_FIRST =
      Comparator.comparing(ProgramHead::from).reversed().thenComparing(ProgramHead::code);

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;

  private record Budget(String currency, BigDecimal total) {}

  List<ProgramHead> all() {
    Map<String, Budget> budgets = budgets();
    List<ProgramHead> heads = new ArrayList<>();
    for (CompiledProgram program : programs.compiled()) {
      heads.add(head(program, Optional.ofNullable(budgets.get(program.id()))));
    }
    heads.sort(NEWEST_FIRST);
    return heads;
  }

  Optional<ProgramHead> find(String code) {
    return all().stream().filter(head -> head.code().equals(code)).findFirst();
  }

  private ProgramHead head(CompiledProgram program, Optional<Budget> budget) {
    Period term = program.term();
    Terms terms = program.termsOn(term.lastDay());
    String currency = terms.currency().map(known -> known.code()).orElse("");
    return new ProgramHead(
        program.id(),
        terms.name().id(),
        terms.name().en(),
        term.start(),
        term.end(),
        ProgramHead.Phase.of(term.start(), term.end(), clock.today(program.zone())),
        currency,
        budget.filter(b -> b.currency().equals(currency)).map(Budget::total).orElse(null));
  }

  private Map<String, Budget> budgets() {
    Map<String, Budget> budgets = new HashMap<>();
    sql.each(
        row ->
            budgets.put(row.text("code"), new Budget(row.text("currency"), row.decimal("total"))),
        "SELECT p.code, b.currency, b.total FROM program_budget b JOIN program p ON p.id = b.program_id");
    return budgets;
  }
}
