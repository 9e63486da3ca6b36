package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.LatePenalty;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** Programs as far as claims need them. */
@ApplicationScoped
class ClaimPrograms {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;

  Optional<CompiledProgram> find(String code) {
    return programs.compiled().stream().filter(program -> program.id().equals(code)).findFirst();
  }

  /**
   * A program that claims can be made in.
   *
   * @throws Problem 422 when there is none with this code, it takes no claims, or it is closed
   */
  CompiledProgram require(String code) {
    CompiledProgram program =
        find(code)
            .orElseThrow(() -> Problem.refused("claim.program-unknown").with("program", code));
    if (!open().contains(code)) {
      throw Problem.refused("claim.program-closed").with("program", code).at("/program");
    }
    if (terms(program).claim().isEmpty()) {
      throw Problem.refused("claim.no-claims").with("program", code).at("/program");
    }
    return program;
  }

  /** The program of a claim, which may be closed by now. */
  CompiledProgram known(Claim claim) {
    return find(claim.program())
        .orElseThrow(
            () -> Problem.refused("claim.program-unknown").with("program", claim.program()));
  }

  long rowId(String code) {
    return sql.row(row -> row.number("id"), "SELECT id FROM program WHERE code = ?", code)
        .orElseThrow(Problem::notFound);
  }

  private Set<String> open() {
    return new HashSet<>(
        sql.rows(row -> row.text("code"), "SELECT code FROM program WHERE state = 'PUBLISHED'"));
  }

  /** The terms of today; of the last day, once the program is over. */
  private Terms terms(CompiledProgram program) {
    return program.termsOn(clock.today(program.zone()));
  }

  /** Whether units sold on one of the days need a document. */
  boolean needsProof(String code, Collection<LocalDate> days) {
    Optional<CompiledProgram> program = find(code);
    return program.isPresent()
        && days.stream()
            .anyMatch(
                day -> program.get().termsOn(day).claim().map(ClaimTerms::proof).orElse(false));
  }

  /** How a partner stood for a time. */
  private record Stood(Period time, String type, String level, String region) {}

  /**
   * Programs in which the partner can claim today: those that were for him on one of their days.
   */
  List<ClaimableProgram> of(long partnerId) {
    Set<String> enrolledIn =
        new HashSet<>(
            sql.rows(
                row -> row.text("code"),
                "SELECT DISTINCT p.code FROM enrollment e JOIN program p ON p.id = e.program_id"
                    + " WHERE e.partner_id = ?",
                partnerId));
    List<Stood> standings =
        sql.rows(
            row ->
                new Stood(
                    new Period(row.day("valid_from"), row.day("valid_to")),
                    row.text("type"),
                    row.text("level"),
                    row.text("region")),
            "SELECT s.valid_from, s.valid_to, p.type, s.level, s.region FROM partner p"
                + " JOIN partner_standing s ON s.partner_id = p.id WHERE p.id = ?",
            partnerId);
    Set<String> open = open();
    List<ClaimableProgram> claimable = new ArrayList<>();
    for (CompiledProgram program : programs.compiled()) {
      Terms terms = terms(program);
      if (open.contains(program.id())
          && terms.claim().isPresent()
          && (terms.enrollment() == EnrollmentMode.EVERYONE || enrolledIn.contains(program.id()))
          && standings.stream().anyMatch(stood -> isFor(terms, stood))
          && isRunning(terms, clock.today(program.zone()))) {
        claimable.add(
            new ClaimableProgram(
                program.id(),
                terms.name(),
                terms.from(),
                terms.term().lastDay(),
                terms.claim().get().withinDays(),
                terms.claim().get().proof(),
                terms.claim().get().late().map(late -> late.perMonth().toString()).orElse(""),
                terms.claim().get().late().map(LatePenalty::months).orElse(0)));
      }
    }
    return claimable;
  }

  /** From its first day until the last sale of its last day can no longer be claimed. */
  private static boolean isRunning(Terms terms, LocalDate today) {
    LocalDate last = terms.claim().orElseThrow().claimableUntil(terms.term().lastDay());
    return !today.isBefore(terms.from()) && !today.isAfter(last);
  }

  private static boolean isFor(Terms terms, Stood stood) {
    Scope scope = terms.scope();
    return stood.time().overlaps(terms.term())
        && passes(scope.types(), stood.type())
        && passes(scope.levels(), stood.level())
        && passes(scope.regions(), stood.region());
  }

  private static boolean passes(Set<String> wanted, String had) {
    return wanted.isEmpty() || wanted.contains(had);
  }
}
