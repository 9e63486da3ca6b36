package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.mitra.access.PartnerScope;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Admitted;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Credit;
import org.mitra.engine.Crediting;
import org.mitra.engine.Label;
import org.mitra.engine.Refusal;
import org.mitra.engine.SalesLine;
import org.mitra.programs.Programs;

/** Why a line is credited or not, asked of every program anew: nothing of it is stored. */
@ApplicationScoped
public class LineVerdicts {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private AdmittedUnits admittedUnits;

  /**
   * What each program makes of a line in its newest version, those that credit it first. A
   * partner's people hear of what is his or theirs who stand below him on the day, and of no other
   * program than those that would pay him.
   *
   * @param line public id; who may see it was checked
   * @return empty for a line that was superseded
   */
  @Transactional
  public List<LineVerdict> of(PartnerScope scope, UUID line) {
    Optional<StoredLine> stored =
        sql.row(
            StoredLine::of,
            "SELECT "
                + StoredLine.COLUMNS
                + " FROM sales_transaction t WHERE t.uid = ? AND t.superseded_by IS NULL",
            line);
    if (stored.isEmpty()) {
      return List.of();
    }
    List<CompiledProgram> compiled = programs.compiled();
    List<SalesLine> lines = salesLines.judged(List.of(stored.get()), admitted(stored.get()));
    Gathered gathered = new Gathered();
    lines.forEach(judged -> new Crediting(compiled).see(judged, gathered));
    List<LineVerdict> verdicts = new ArrayList<>();
    verdicts.addAll(credited(scope, gathered.credits, compiled));
    for (Refused refused : gathered.refusals) {
      boolean his =
          scope.isEveryone()
              || compiled.stream()
                  .anyMatch(
                      program ->
                          program.id().equals(refused.program())
                              && program.pays(refused.line(), scope.code()));
      if (his) {
        verdicts.add(refused(refused, label(compiled, refused.program())));
      }
    }
    verdicts.sort(
        Comparator.comparing((LineVerdict verdict) -> !verdict.isCredited())
            .thenComparing(LineVerdict::program));
    return verdicts;
  }

  private Map<Long, Map<String, Admitted>> admitted(StoredLine line) {
    Map<Long, Map<String, Admitted>> admitted = new HashMap<>();
    Stream.of(line.seller(), line.buyer(), line.shipTo())
        .flatMapToLong(OptionalLong::stream)
        .distinct()
        .forEach(partner -> admitted.putAll(admittedUnits.of(partner)));
    return admitted;
  }

  private record Refused(String program, SalesLine line, Refusal refusal) {}

  private static final class Gathered implements Crediting.Sink {
    private final List<AccrualKey> credits = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();

    @Override
    public void credited(AccrualKey key, Credit credit) {
      credits.add(key);
    }

    @Override
    public void refused(String program, SalesLine line, Refusal refusal) {
      refusals.add(new Refused(program, line, refusal));
    }
  }

  private static Label label(List<CompiledProgram> compiled, String program) {
    CompiledProgram found =
        compiled.stream().filter(known -> known.id().equals(program)).findFirst().orElseThrow();
    return found.termsOn(found.term().start()).name();
  }

  /** In one statement: dozens of programs may credit a line. */
  private List<LineVerdict> credited(
      PartnerScope scope, List<AccrualKey> keys, List<CompiledProgram> compiled) {
    if (keys.isEmpty()) {
      return List.of();
    }
    String one =
        "SELECT ? AS key_number, o.name, (SELECT a.uid FROM accrual a"
            + " JOIN program p ON p.id = a.program_id"
            + " WHERE p.code = ? AND a.partner_id = o.id AND a.period_start = ?"
            + " AND a.currency = ?) AS accrual_uid FROM partner o WHERE o.code = ?"
            + " AND (? = 0 OR EXISTS (SELECT 1 FROM partner_scope seen WHERE seen.viewer_id = ?"
            + " AND seen.partner_id = o.id AND seen.valid_from <= ? AND seen.valid_to > ?))";
    long viewer = scope.partnerId().orElse(0);
    List<Object> parameters = new ArrayList<>();
    for (int number = 0; number < keys.size(); number++) {
      AccrualKey key = keys.get(number);
      parameters.addAll(
          List.of(number, key.program(), key.period().start(), key.currency().code(), key.payee()));
      parameters.addAll(List.of(viewer, viewer, key.period().start(), key.period().start()));
    }
    return sql.rows(
        row -> {
          AccrualKey key = keys.get(row.integer("key_number"));
          Label name = label(compiled, key.program());
          return new LineVerdict(
              key.program(),
              name.id(),
              name.en(),
              key.payee(),
              row.text("name"),
              key.period().start(),
              key.period().end(),
              row.uuid("accrual_uid"),
              "",
              "",
              "");
        },
        String.join(" UNION ALL ", Collections.nCopies(keys.size(), one)),
        parameters.toArray());
  }

  private LineVerdict refused(Refused refused, Label name) {
    return new LineVerdict(
        refused.program(),
        name.id(),
        name.en(),
        "",
        "",
        null,
        null,
        null,
        refused.refusal().code(),
        refused.refusal().had(),
        refused.refusal().needed());
  }
}
