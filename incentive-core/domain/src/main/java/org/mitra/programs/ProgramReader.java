package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.engine.EarningRule;
import org.mitra.engine.ProductOffer;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.Names;
import org.mitra.programs.terms.TermsInWords;
import org.mitra.programs.terms.TermsJson;
import org.mitra.text.Texts;

/** Reads programs for the vendor's people. */
@ApplicationScoped
class ProgramReader {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  Slice<ProgramSummary> list(Actor actor, ListQuery query) {
    requireStaff(actor);
    return listing().slice(sql, query);
  }

  Batch<ProgramSummary> batch(Actor actor, String cursor, int size, Map<String, String> filters) {
    requireStaff(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  private static void requireStaff(Actor actor) {
    actor.require(Role.STAFF.toArray(new Role[0]));
  }

  private static Listing<ProgramSummary> listing() {
    return Listing.of(
            ProgramReader::summary,
            "p.uid, p.code, p.state, v.name_id, v.name_en, v.rule_type, v.runs_from, v.runs_until,"
                + " v.uid AS version_uid, v.number, v.state AS version_state, v.author",
            "program p JOIN program_version v ON v.id = (SELECT newest.id FROM program_version newest"
                + " WHERE newest.program_id = p.id"
                + " ORDER BY (newest.state = 'DISCARDED'), newest.number DESC LIMIT 1)")
        .filter("code", Listing.Match.CONTAINS, "p.code")
        .filter("name", Listing.Match.CONTAINS, "CONCAT(v.name_id, ' ', v.name_en)")
        .filter("state", Listing.Match.EQUALS, "p.state")
        .filter("kind", Listing.Match.EQUALS, "v.rule_type")
        .filter("versionState", Listing.Match.EQUALS, "v.state")
        .sort("code", "p.code")
        .sort("name", "v.name_en")
        .sort("state", "p.state")
        .sort("kind", "v.rule_type")
        .sort("from", "v.runs_from")
        .newestFirst("p.id");
  }

  private static ProgramSummary summary(Sql.Row row) throws SQLException {
    return new ProgramSummary(
        row.uuid("uid"),
        row.text("code"),
        row.constant("state", ProgramState.class),
        row.text("name_id"),
        row.text("name_en"),
        row.text("rule_type"),
        row.day("runs_from"),
        row.day("runs_until"),
        row.uuid("version_uid"),
        row.integer("number"),
        row.constant("version_state", VersionState.class),
        row.text("author"));
  }

  ProgramDetail get(Actor actor, UUID program) {
    requireStaff(actor);
    return detail("p.uid = ?", program);
  }

  ProgramDetail ofVersion(Actor actor, UUID version) {
    requireStaff(actor);
    return detail(
        "p.id = (SELECT named.program_id FROM program_version named WHERE named.uid = ?)", version);
  }

  private ProgramDetail detail(String condition, UUID parameter) {
    record Found(long id, ProgramDetail detail) {}
    Found found =
        sql.row(
                row ->
                    new Found(
                        row.number("id"),
                        new ProgramDetail(
                            row.uuid("uid"),
                            row.text("code"),
                            row.constant("state", ProgramState.class),
                            row.day("closed_from"),
                            row.text("created_by"),
                            row.instant("created_at"),
                            List.of(),
                            row.number("enrolled"),
                            row.decimal("total") == null
                                ? null
                                : new BudgetUse(
                                    row.decimal("total"),
                                    row.decimal("taken"),
                                    row.text("currency")))),
                "SELECT p.*, b.total, b.taken, b.currency, (SELECT COUNT(*) FROM enrollment e WHERE e.program_id = p.id"
                    + " AND e.valid_from <= ? AND e.valid_to > ?) AS enrolled"
                    + " FROM program p LEFT JOIN program_budget b ON b.program_id = p.id WHERE "
                    + condition,
                clock.today(),
                clock.today(),
                parameter)
            .orElseThrow(Problem::notFound);
    ProgramDetail detail = found.detail();
    return new ProgramDetail(
        detail.uid(),
        detail.code(),
        detail.state(),
        detail.closedFrom(),
        detail.createdBy(),
        detail.createdAt(),
        versions(found.id()),
        detail.enrolled(),
        detail.budget());
  }

  private List<VersionDetail> versions(long programId) {
    Map<Long, List<String>> authors = new HashMap<>();
    sql.each(
        row ->
            authors
                .computeIfAbsent(row.number("version_id"), id -> new ArrayList<>())
                .add(row.text("username")),
        "SELECT a.version_id, a.username FROM program_version_author a"
            + " JOIN program_version v ON v.id = a.version_id"
            + " WHERE v.program_id = ? ORDER BY a.username",
        programId);
    return sql.rows(
        row ->
            new VersionDetail(
                row.uuid("uid"),
                row.integer("number"),
                row.constant("state", VersionState.class),
                row.day("effective_from"),
                TermsJson.parse(row.text("terms")),
                row.hash("digest").hex(),
                row.text("author"),
                authors.getOrDefault(row.number("id"), List.of()),
                row.text("approver"),
                row.text("remark"),
                row.text("reason"),
                row.instant("changed_at"),
                row.instant("published_at"),
                row.integer("version")),
        "SELECT * FROM program_version WHERE program_id = ? ORDER BY number DESC",
        programId);
  }

  /** How many partners would be in scope today. */
  long reach(Actor actor, Terms terms) {
    requireStaff(actor);
    LocalDate today = clock.today();
    List<Object> bound = new ArrayList<>(List.of(today, today));
    Scope scope = terms.scope();
    return sql.row(
            row -> row.number("n"),
            "SELECT COUNT(*) AS n FROM partner p JOIN partner_standing s ON s.partner_id = p.id"
                + " AND s.valid_from <= ? AND s.valid_to > ? WHERE p.active = TRUE"
                + among("p.type", scope.types(), bound)
                + among("s.level", scope.levels(), bound)
                + among("s.region", scope.regions(), bound),
            bound.toArray())
        .orElse(0L);
  }

  private static String among(String column, Collection<String> values, List<Object> bound) {
    bound.addAll(values);
    return values.isEmpty() ? "" : " AND " + column + " IN (" + marks(values) + ")";
  }

  private static String marks(Collection<?> values) {
    return values.stream().map(value -> "?").collect(Collectors.joining(", "));
  }

  /**
   * @throws Problem 400 when the terms name products or groups that do not exist: a mistyped code
   *     would quietly count nothing
   */
  void requireKnown(Terms terms) {
    Names names = names(List.of(terms), Texts.ENGLISH);
    List<Problem> unknown = new ArrayList<>();
    unknown(unknown, "scope", terms.scope().items(), terms.scope().groups(), names);
    List<ProductOffer> except = except(terms);
    for (int i = 0; i < except.size(); i++) {
      ProductOffer exception = except.get(i);
      unknown(unknown, "rule/except/" + i, exception.items(), exception.groups(), names);
    }
    if (!unknown.isEmpty()) {
      throw Problem.invalid("terms.invalid").with("count", unknown.size()).because(unknown);
    }
  }

  private static List<ProductOffer> except(Terms terms) {
    return terms.rule() instanceof EarningRule rule ? rule.except() : List.of();
  }

  private static void unknown(
      List<Problem> problems, String at, Set<String> items, Set<String> groups, Names names) {
    unknown(problems, at, "items", items, names.items().keySet());
    unknown(problems, at, "groups", groups, names.groups().keySet());
  }

  private static void unknown(
      List<Problem> problems, String at, String what, Set<String> codes, Set<String> known) {
    TreeSet<String> missing = new TreeSet<>(codes);
    missing.removeAll(known);
    if (!missing.isEmpty()) {
      problems.add(
          Problem.invalid("program." + what + "-unknown")
              .with("codes", String.join(", ", missing))
              .at("/terms/" + at + "/" + what));
    }
  }

  List<Clause> words(Terms terms, Locale locale, TermsInWords.Reader reader) {
    return words(List.of(terms), locale, reader).apply(terms);
  }

  /** For each of many, whose products and groups are read together. */
  Function<Terms, List<Clause>> words(List<Terms> all, Locale locale, TermsInWords.Reader reader) {
    Names names = names(all, locale);
    return terms -> TermsInWords.of(terms, Texts.in(locale), names, reader);
  }

  private Names names(List<Terms> all, Locale locale) {
    String name = Texts.isIndonesian(locale) ? "name_id" : "name_en";
    Set<String> items = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (Terms terms : all) {
      items.addAll(terms.scope().items());
      groups.addAll(terms.scope().groups());
      for (ProductOffer exception : except(terms)) {
        items.addAll(exception.items());
        groups.addAll(exception.groups());
      }
    }
    return new Names(
        read("SELECT code, name FROM product", items),
        read("SELECT code, " + name + " AS name FROM product_group", groups));
  }

  private Map<String, String> read(String query, Collection<String> codes) {
    Map<String, String> names = new HashMap<>();
    if (!codes.isEmpty()) {
      sql.each(
          row -> names.put(row.text("code"), row.text("name")),
          query + " WHERE code IN (" + marks(codes) + ")",
          codes.toArray());
    }
    return names;
  }
}
