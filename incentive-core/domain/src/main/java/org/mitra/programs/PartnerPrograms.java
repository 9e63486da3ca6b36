package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.TermsInWords;
import org.mitra.programs.terms.TermsJson;
import org.mitra.text.Texts;

/** Which programs a partner is told of: those open to him as he stands today, or he is enrolled. */
@ApplicationScoped
class PartnerPrograms {
  private record Open(UUID uid, String code) {}

  private record Stands(String type, String level, String region) {}

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private CompiledPrograms compiledPrograms;
  @Inject private ProgramReader reader;

  List<PartnerProgram> concerning(PartnerScope partner, Locale locale) {
    return concerning(partner, locale, program -> true);
  }

  Optional<PartnerProgram> concerning(PartnerScope partner, UUID program, Locale locale) {
    return concerning(partner, locale, program::equals).stream().findFirst();
  }

  private List<PartnerProgram> concerning(
      PartnerScope partner, Locale locale, Predicate<UUID> wanted) {
    long partnerId = partner.partnerId().orElseThrow(Problem::notFound);
    Stands stands = stands(partnerId);
    Set<String> enrolled = enrolled(partnerId);
    Map<String, UUID> published = published();
    Map<Open, Terms> open = new LinkedHashMap<>();
    for (CompiledProgram program : compiledPrograms.all()) {
      UUID uid = published.get(program.id());
      if (uid != null && wanted.test(uid)) {
        Terms terms = termsToday(program);
        if (enrolled.contains(program.id()) || isFor(terms.scope(), stands)) {
          open.put(new Open(uid, program.id()), terms);
        }
      }
    }
    Function<Terms, List<Clause>> words =
        reader.words(List.copyOf(open.values()), locale, TermsInWords.Reader.PARTNER);
    return open.entrySet().stream()
        .map(
            each ->
                program(
                    each.getKey(),
                    each.getValue(),
                    enrolled.contains(each.getKey().code()),
                    locale,
                    words.apply(each.getValue())))
        .sorted(
            Comparator.comparing(PartnerProgram::status, PartnerPrograms::runningFirst)
                .thenComparing(PartnerProgram::until)
                .thenComparing(PartnerProgram::code))
        .toList();
  }

  private Map<String, UUID> published() {
    Map<String, UUID> published = new HashMap<>();
    sql.each(
        row -> published.put(row.text("code"), row.uuid("uid")),
        "SELECT uid, code FROM program WHERE state = 'PUBLISHED'");
    return published;
  }

  private static int runningFirst(PartnerProgram.Status one, PartnerProgram.Status other) {
    List<PartnerProgram.Status> order =
        List.of(
            PartnerProgram.Status.RUNNING,
            PartnerProgram.Status.UPCOMING,
            PartnerProgram.Status.ENDED);
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }

  private Terms termsToday(CompiledProgram program) {
    return program.termsOn(clock.today(program.zone()));
  }

  private Stands stands(long partnerId) {
    LocalDate today = clock.today();
    return sql.row(
            row -> new Stands(row.text("type"), row.text("level"), row.text("region")),
            "SELECT p.type, COALESCE(s.level, '') AS level, COALESCE(s.region, '') AS region"
                + " FROM partner p LEFT JOIN partner_standing s ON s.partner_id = p.id"
                + " AND s.valid_from <= ? AND s.valid_to > ? WHERE p.id = ?",
            today,
            today,
            partnerId)
        .orElseThrow(Problem::notFound);
  }

  private Set<String> enrolled(long partnerId) {
    return new HashSet<>(
        sql.rows(
            row -> row.text("code"),
            "SELECT p.code FROM enrollment e JOIN program p ON p.id = e.program_id"
                + " WHERE e.partner_id = ? AND e.valid_to > ?",
            partnerId,
            clock.today()));
  }

  private static boolean isFor(Scope scope, Stands stands) {
    return passes(scope.types(), stands.type())
        && passes(scope.levels(), stands.level())
        && passes(scope.regions(), stands.region());
  }

  private static boolean passes(Set<String> wanted, String had) {
    return wanted.isEmpty() || wanted.contains(had);
  }

  private PartnerProgram program(
      Open program, Terms terms, boolean enrolled, Locale locale, List<Clause> words) {
    LocalDate today = clock.today(terms.zone());
    PartnerProgram.Status status = PartnerProgram.Status.RUNNING;
    if (today.isBefore(terms.from())) {
      status = PartnerProgram.Status.UPCOMING;
    } else if (!today.isBefore(terms.until())) {
      status = PartnerProgram.Status.ENDED;
    }
    return new PartnerProgram(
        program.uid(),
        program.code(),
        terms.name().in(Texts.isIndonesian(locale) ? "id" : "en"),
        terms.rule().type(),
        terms.from(),
        terms.until(),
        status,
        terms.enrollment() != EnrollmentMode.EVERYONE,
        enrolled,
        terms.enrollment() == EnrollmentMode.SELF_ENROLLED
            && !enrolled
            && status != PartnerProgram.Status.ENDED,
        TermsJson.digest(terms).hex(),
        withoutBudget(TermsJson.encode(terms)),
        words);
  }

  /** How much the vendor set aside is his own business. */
  private static JsonObject withoutBudget(JsonObject terms) {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    terms.forEach(
        (name, value) -> {
          if (!name.equals("limits")) {
            shown.add(name, value);
          } else if (value.asJsonObject().containsKey("perPayee")) {
            shown.add(
                name,
                Json.createObjectBuilder(
                    Map.of("perPayee", value.asJsonObject().getString("perPayee"))));
          }
        });
    return shown.build();
  }
}
