package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.Circumstances;
import org.mitra.engine.Circumstances.Certified;
import org.mitra.engine.Circumstances.Figure;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.LevelOn;
import org.mitra.engine.Terms;
import org.mitra.event.DomainEvent;
import org.mitra.exchange.ExchangeRates;
import org.mitra.exchange.KnownRates;
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
  @Inject private ExchangeRates exchangeRates;
  @Inject private BusinessClock clock;

  private volatile Kept kept = new Kept(new UUID(-1, -1), Map.of());

  /** Tells all nodes, with the end of this transaction, to read programs again. */
  void changed() {
    sql.update("UPDATE program_stamp SET stamp = ?", Uids.next(clock.now()));
  }

  /** Figures, rates and certificates change what programs come to as much as their terms do. */
  void changes(@Observes DomainEvent event) {
    switch (event.action()) {
      case "partner.saved" -> {
        if (current().values().stream().anyMatch(CompiledProgram::looksAtLevels)) {
          changed();
        }
      }
      case "figure.approved", "rate.saved", "certificate.saved", "certificate.removed" -> changed();
      default -> {
        // No program comes to anything else by it.
      }
    }
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
    return new CompiledProgram(code, versions, circumstances(Map.of(code, versions)).apply(code));
  }

  private Map<String, CompiledProgram> read() {
    Map<String, Map<LocalDate, Terms>> versions = versions();
    Function<String, Circumstances> circumstances = circumstances(versions);
    Map<String, CompiledProgram> programs = new LinkedHashMap<>();
    versions.forEach(
        (code, terms) ->
            programs.put(code, new CompiledProgram(code, terms, circumstances.apply(code))));
    return programs;
  }

  /** What is known beside terms and lines, by code of the program. */
  private Function<String, Circumstances> circumstances(
      Map<String, Map<LocalDate, Terms>> versions) {
    Map<String, Map<String, List<Period>>> enrolled = enrolled();
    Map<String, Map<Figure, BigDecimal>> agreed = agreed();
    KnownRates rates = exchangeRates.known();
    Map<String, List<Certified>> certified = certified();
    boolean levelsMatter =
        versions.values().stream()
            .flatMap(all -> all.values().stream())
            .anyMatch(terms -> terms.scope().levelsOn() == LevelOn.PERIOD_END);
    Map<String, NavigableMap<LocalDate, String>> levels = levelsMatter ? levels() : Map.of();
    return code ->
        new Circumstances(
            enrolled.getOrDefault(code, Map.of()),
            agreed.getOrDefault(code, Map.of()),
            rates::on,
            certified,
            levels);
  }

  private Map<String, NavigableMap<LocalDate, String>> levels() {
    Map<String, NavigableMap<LocalDate, String>> levels = new HashMap<>();
    sql.each(
        row ->
            levels
                .computeIfAbsent(row.text("code"), partner -> new TreeMap<>())
                .put(row.day("valid_from"), row.text("level")),
        "SELECT o.code, s.valid_from, s.level FROM partner_standing s"
            + " JOIN partner o ON o.id = s.partner_id");
    return levels;
  }

  private Map<String, List<Certified>> certified() {
    Map<String, List<Certified>> certified = new HashMap<>();
    sql.each(
        row ->
            certified
                .computeIfAbsent(row.text("partner"), partner -> new ArrayList<>(1))
                .add(new Certified(row.text("certificate"), row.day("earned_on"))),
        "SELECT o.code AS partner, c.code AS certificate, c.earned_on"
            + " FROM partner_certificate c JOIN partner o ON o.id = c.partner_id"
            + " ORDER BY c.partner_id, c.earned_on, c.code");
    return certified;
  }

  private Map<String, Map<Figure, BigDecimal>> agreed() {
    Map<String, Map<Figure, BigDecimal>> agreed = new HashMap<>();
    sql.each(
        row ->
            agreed
                .computeIfAbsent(row.text("program"), program -> new HashMap<>())
                .put(
                    new Figure(
                        row.constant("kind", Figure.Kind.class),
                        row.text("partner"),
                        row.day("period_start")),
                    row.decimal("amount")),
        "SELECT p.code AS program, o.code AS partner, f.period_start, f.kind, f.amount"
            + " FROM agreed_figure f JOIN program p ON p.id = f.program_id"
            + " JOIN partner o ON o.id = f.partner_id WHERE f.state = 'APPROVED'");
    return agreed;
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
