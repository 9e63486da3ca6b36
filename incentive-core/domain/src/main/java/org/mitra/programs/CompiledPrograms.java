package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.programs.terms.TermsJson;
import org.mitra.time.Period;

/**
 * Published programs as the engine wants them, kept in memory until something changes. The stamp in
 * the database tells when: it is never used twice, so that a change that was rolled back cannot be
 * taken for a later one.
 */
@ApplicationScoped
class CompiledPrograms {
  private record Kept(UUID stamp, Map<String, CompiledProgram> programs) {}

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  private volatile Kept kept = new Kept(new UUID(-1, -1), Map.of());

  /** Tells all nodes, with the end of this transaction, to read programs again. */
  void changed() {
    sql.update("UPDATE program_stamp SET stamp = ?", Uids.next(clock.now()));
  }

  List<CompiledProgram> all() {
    return List.copyOf(current().values());
  }

  Optional<CompiledProgram> find(String code) {
    return Optional.ofNullable(current().get(code));
  }

  private Map<String, CompiledProgram> current() {
    // The stamp is read first: what is read after it is as new, or newer.
    UUID stamp = sql.row(row -> row.uuid("stamp"), "SELECT stamp FROM program_stamp").orElseThrow();
    Kept known = kept;
    if (!known.stamp().equals(stamp)) {
      known = new Kept(stamp, read());
      kept = known;
    }
    return known.programs();
  }

  /** The program as it would be with other terms from a day on. */
  CompiledProgram amended(String code, Terms terms, LocalDate from) {
    Map<LocalDate, Terms> versions = new HashMap<>(versions().get(code));
    versions.put(from, terms);
    return new CompiledProgram(code, versions, enrolled().getOrDefault(code, Map.of()));
  }

  private Map<String, CompiledProgram> read() {
    Map<String, Map<String, List<Period>>> enrolled = enrolled();
    Map<String, CompiledProgram> programs = new LinkedHashMap<>();
    versions()
        .forEach(
            (code, terms) ->
                programs.put(
                    code, new CompiledProgram(code, terms, enrolled.getOrDefault(code, Map.of()))));
    return programs;
  }

  private Map<String, Map<LocalDate, Terms>> versions() {
    Map<String, Map<LocalDate, Terms>> versions = new LinkedHashMap<>();
    sql.each(
        row -> {
          String code = row.text("code");
          Terms terms = terms(code, row.text("terms"), row.hash("digest"));
          LocalDate from = row.day("effective_from");
          LocalDate closed = row.day("closed_from");
          if (closed == null || from.isBefore(closed)) {
            versions
                .computeIfAbsent(code, program -> new HashMap<>())
                .put(from, closed == null ? terms : terms.endedBy(closed));
          }
        },
        "SELECT p.code, p.closed_from, v.effective_from, v.terms, v.digest"
            + " FROM program_version v JOIN program p ON p.id = v.program_id"
            + " WHERE v.state = 'PUBLISHED' ORDER BY p.code, v.number");
    return versions;
  }

  /** Nothing is paid on terms that are not the ones that were approved. */
  private static Terms terms(String code, String text, Sha256 digest) {
    if (!Sha256.of(text).equals(digest)) {
      throw new IllegalStateException("the published terms of " + code + " were changed");
    }
    return TermsJson.decode(text);
  }

  private Map<String, Map<String, List<Period>>> enrolled() {
    Map<String, Map<String, List<Period>>> enrolled = new HashMap<>();
    sql.each(
        row ->
            enrolled
                .computeIfAbsent(row.text("program"), program -> new HashMap<>())
                .computeIfAbsent(row.text("partner"), partner -> new ArrayList<>(1))
                .add(new Period(row.day("valid_from"), row.day("valid_to"))),
        "SELECT p.code AS program, o.code AS partner, e.valid_from, e.valid_to"
            + " FROM enrollment e JOIN program p ON p.id = e.program_id"
            + " JOIN partner o ON o.id = e.partner_id"
            + " WHERE p.state IN ('PUBLISHED', 'CLOSED')");
    return enrolled;
  }
}
