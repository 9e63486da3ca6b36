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
import java.util.UUID;
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

  private record Stored(UUID uid, String budgetCurrency, BigDecimal budget) {}

  List<ProgramHead> all() {
    Map<String, Stored> stored = stored();
    List<ProgramHead> heads = new ArrayList<>();
    for (CompiledProgram program : programs.compiled()) {
      heads.add(head(program, stored.get(program.id())));
    }
    heads.sort(NEWEST_FIRST);
    return heads;
  }

  Optional<ProgramHead> find(UUID uid) {
    return all().stream().filter(head -> head.uid().equals(uid)).findFirst();
  }

  private ProgramHead head(CompiledProgram program, Stored stored) {
    Period term = program.term();
    Terms terms = program.termsOn(term.lastDay());
    String currency = terms.currency().map(known -> known.code()).orElse("");
    return new ProgramHead(
        stored.uid(),
        program.id(),
        terms.name().id(),
        terms.name().en(),
        term.start(),
        term.end(),
        ProgramHead.Phase.of(term.start(), term.end(), clock.today(program.zone())),
        currency,
        currency.equals(stored.budgetCurrency()) ? stored.budget() : null);
  }

  private Map<String, Stored> stored() {
    Map<String, Stored> stored = new HashMap<>();
    sql.each(
        row ->
            stored.put(
                row.text("code"),
                new Stored(row.uuid("uid"), row.text("currency"), row.decimal("total"))),
        "SELECT p.code, p.uid, b.currency, b.total FROM program p"
            + " LEFT JOIN program_budget b ON b.program_id = p.id");
    return stored;
  }
}
