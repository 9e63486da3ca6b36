package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;

/** Published programs that change: from a later period on, and not in everything. */
@ExtendWith(ArquillianExtension.class)
class AmendmentsIT extends ProgramStage {
  @Test
  void anAmendmentHoldsFromALaterPeriod() {
    clock.at(
        MAY,
        () -> {
          ProgramRef published = published("AMEND-1", "{}");
          ProgramRef amendment = programs.amend(MAYA, published.program(), null);
          VersionDetail draft = programs.get(MAYA, published.program()).newest();
          assertThat(draft.effectiveFrom()).isEqualTo("2026-07-01");
          for (String day : List.of("2026-07-02", "2027-04-01", "2020-01-01")) {
            EditDraft bad =
                new EditDraft(
                    amendment.version(), draft.revision(), terms("{}"), LocalDate.parse(day));
            assertRefused("program.amendment-date", () -> programs.edit(MAYA, bad));
          }
          Terms better = terms("{\"rule\": {\"rate\": \"9%\"}}");
          programs.edit(MAYA, new EditDraft(amendment.version(), draft.revision(), better, null));
          publish(amendment);
          CompiledProgram compiled = programs.compiled("AMEND-1").orElseThrow();
          assertThat(compiled.termsOn(LocalDate.parse("2026-06-30"))).isEqualTo(terms("{}"));
          assertThat(compiled.termsOn(LocalDate.parse("2026-07-01"))).isEqualTo(better);
        });
  }

  @Test
  void anAmendmentMayBeginInsideAPeriodWhereItsTermsSayHow() {
    LocalDate june = LocalDate.parse("2026-06-10");
    clock.at(
        MAY,
        () -> {
          ProgramRef amendment = programs.amend(MAYA, published("INSIDE-1", "{}").program(), null);
          String goesOn =
              "{\"inPeriod\": \"CONTINUE\", \"rule\": {\"pays\": \"%s\", \"rate\": \"9%%\"}}";
          refused(amendment, june, "{}", "program.amendment-date");
          refused(amendment, june, goesOn.formatted("GROSS"), "program.amendment-measures");
          Terms better = terms(goesOn.formatted("NET"));
          programs.edit(
              MAYA, new EditDraft(amendment.version(), revision(amendment), better, june));
          publish(amendment);
          CompiledProgram compiled = programs.compiled("INSIDE-1").orElseThrow();
          assertThat(compiled.termsOn(june.minusDays(1))).isEqualTo(terms("{}"));
          assertThat(compiled.termsOn(june)).isEqualTo(better);
          ProgramRef span =
              programs.amend(MAYA, published("INSIDE-2", "{\"spanMonths\": 6}").program(), null);
          refused(span, june, "{\"inPeriod\": \"RESET\"}", "program.amendment-changes");
        });
  }

  private void refused(ProgramRef amendment, LocalDate from, String changes, String code) {
    EditDraft bad = new EditDraft(amendment.version(), revision(amendment), terms(changes), from);
    assertRefused(code, () -> programs.edit(MAYA, bad));
  }

  @Test
  void inItsLastPeriodAProgramCanOnlyBecomeLonger() {
    clock.at(
        Instant.parse("2026-11-10T03:00:00Z"),
        () -> {
          ProgramRef amendment = programs.amend(MAYA, published("LONGER-1", "{}").program(), null);
          VersionDetail draft = programs.get(MAYA, amendment.program()).newest();
          assertThat(draft.effectiveFrom()).isEqualTo("2027-01-01");
          assertRefused(
              "program.amendment-ended",
              () -> programs.submit(MAYA, amendment.version(), "meant so"));
          Terms longer = terms("{\"until\": \"2028-01-01\"}");
          programs.edit(MAYA, new EditDraft(amendment.version(), draft.revision(), longer, null));
          publish(amendment);
          CompiledProgram compiled = programs.compiled("LONGER-1").orElseThrow();
          assertThat(compiled.termsOn(LocalDate.parse("2027-01-01"))).isEqualTo(longer);
        });
    clock.at(
        Instant.parse("2027-01-10T03:00:00Z"),
        () -> {
          ProgramRef over = published("LONGER-2", "{}");
          assertRefused("program.amendment-over", () -> programs.amend(MAYA, over.program(), null));
        });
  }

  @Test
  void anAmendmentThatComesLateIsPublishedAsLongAsNobodyLoses() {
    List<ProgramRef> approved = new ArrayList<>();
    clock.at(
        MAY,
        () -> {
          ProgramRef amendment = programs.amend(MAYA, published("LATE-1", "{}").program(), null);
          programs.submit(MAYA, amendment.version(), "meant so");
          programs.approve(RIZAL, amendment.version(), digest(amendment), "");
          approved.add(amendment);
        });
    clock.at(
        Instant.parse("2026-07-01T03:00:00Z"),
        () -> programs.publish(MAYA, approved.get(0).version()));
    clock.at(
        Instant.parse("2026-10-02T03:00:00Z"),
        () -> {
          ProgramRef amendment =
              programs.amend(MAYA, approved.get(0).program(), LocalDate.parse("2026-07-01"));
          assertThat(amendment.number()).isEqualTo(3);
          assertRefused(
              "program.amendment-date",
              () ->
                  programs.edit(
                      MAYA,
                      new EditDraft(
                          amendment.version(),
                          revision(amendment),
                          terms("{}"),
                          LocalDate.parse("2026-04-01"))));
        });
  }

  @Test
  void anAmendmentKeepsWhatIsFixed() {
    clock.at(
        MAY,
        () -> {
          ProgramRef amendment = programs.amend(MAYA, published("FIXED-2", "{}").program(), null);
          Terms other =
              terms(
                  "{\"zone\": \"UTC\", \"periodMonths\": 1, \"returns\": \"IN_PERIOD_OF_RETURN\","
                      + " \"settles\": \"RECORDED\", \"trigger\": \"SHIPMENT\","
                      + " \"limits\": {\"budget\": \"5\"}}");
          assertThatThrownBy(
                  () ->
                      programs.edit(
                          MAYA,
                          new EditDraft(amendment.version(), revision(amendment), other, null)))
              .isInstanceOfSatisfying(
                  Problem.class,
                  problem -> {
                    assertThat(problem.code()).isEqualTo("program.amendment-changes");
                    assertThat(problem.parts())
                        .extracting(Problem::field)
                        .containsExactly(
                            "/terms/zone",
                            "/terms/periodMonths",
                            "/terms/returns",
                            "/terms/settles",
                            "/terms/trigger",
                            "/terms/limits/budget");
                  });
        });
  }
}
