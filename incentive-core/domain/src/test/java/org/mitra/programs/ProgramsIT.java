package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.audit.AuditEvent;
import org.mitra.audit.AuditTrail;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.ListQuery;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.TermsJson;

/** The life of a program, from its draft to its end. */
@ExtendWith(ArquillianExtension.class)
class ProgramsIT extends ProgramStage {
  @Inject private Products products;
  @Inject private AuditTrail audit;

  @Test
  void fromDraftToPublishedByTwoPeople() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(" life-1 ", terms("{}")));
    assertThat(draft.code()).isEqualTo("LIFE-1");
    assertThat(programs.compiled("LIFE-1")).as("a draft counts for nothing").isEmpty();
    assertConflict("program.version-state", () -> programs.publish(MAYA, draft.version()));
    programs.submit(MAYA, draft.version(), "meant so");
    assertConflict("program.version-state", () -> programs.publish(MAYA, draft.version()));
    programs.approve(RIZAL, draft.version(), digest(draft), "good");
    programs.publish(MAYA, draft.version());

    CompiledProgram compiled = programs.compiled("LIFE-1").orElseThrow();
    assertThat(compiled.termsOn(LocalDate.MIN)).isEqualTo(terms("{}"));
    VersionDetail version = programs.get(AUDITOR, draft.program()).newest();
    assertThat(version.state()).isEqualTo(VersionState.PUBLISHED);
    assertThat(version.approver()).isEqualTo("rizal");
    assertThat(version.digest()).isEqualTo(TermsJson.digest(terms("{}")).hex());
    assertThat(audit.list(AUDITOR, ListQuery.firstRows(20).filtered("subject", "LIFE-1")).rows())
        .extracting(AuditEvent::action)
        .containsExactly(
            "program.published", "program.approved", "program.submitted", "program.created");
  }

  @Test
  void whatIsPublishedNeverChanges() {
    ProgramRef published = published("FIXED-1", "{}");
    int revision = programs.get(MAYA, published.program()).newest().revision();
    EditDraft edit = new EditDraft(published.version(), revision, terms("{}"), null);
    assertConflict("program.version-state", () -> programs.edit(MAYA, edit));
    assertConflict("program.version-state", () -> programs.discard(MAYA, published.version()));
    assertConflict(
        "program.version-state", () -> programs.sendBack(RIZAL, published.version(), "no"));
    assertConflict("program.version-state", () -> programs.publish(MAYA, published.version()));
  }

  @Test
  void nobodyApprovesWhatHeHadAHandIn() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram("EYES-1", terms("{}")));
    programs.edit(
        RIZAL, new EditDraft(draft.version(), revision(draft), terms("{\"graceDays\": 3}"), null));
    programs.submit(MAYA, draft.version(), "meant so");
    String digest = digest(draft);
    assertForbidden("access.four-eyes", () -> programs.approve(MAYA, draft.version(), digest, ""));
    assertForbidden("access.four-eyes", () -> programs.approve(RIZAL, draft.version(), digest, ""));
    assertForbidden(
        "access.role-missing", () -> programs.approve(AUDITOR, draft.version(), digest, ""));
    programs.approve(FINA, draft.version(), digest, "");
    assertForbidden("access.role-missing", () -> programs.publish(FINA, draft.version()));
  }

  @Test
  void whoApprovesHasReadWhatHeApproves() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram("STALE-1", terms("{}")));
    int revision = revision(draft);
    programs.submit(MAYA, draft.version(), "meant so");
    String read = digest(draft);
    programs.sendBack(RIZAL, draft.version(), "Too generous");
    assertConflict(
        "stale",
        () -> programs.edit(MAYA, new EditDraft(draft.version(), revision, terms("{}"), null)));
    programs.edit(
        MAYA, new EditDraft(draft.version(), revision(draft), terms("{\"graceDays\": 9}"), null));
    programs.submit(MAYA, draft.version(), "meant so");
    assertConflict(
        "program.changed-since", () -> programs.approve(FINA, draft.version(), read, ""));
    programs.approve(FINA, draft.version(), digest(draft), "");
  }

  @Test
  void aCodeIsTakenOnceAndFreeAgainWhenItsDraftIsGivenUp() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram("CODE-1", terms("{}")));
    assertConflict(
        "program.code-taken",
        () -> programs.create(RIZAL, new CreateProgram("code-1 ", terms("{}"))));
    programs.discard(MAYA, draft.version());
    assertThat(programs.get(MAYA, draft.program()).state()).isEqualTo(ProgramState.DISCARDED);
    ProgramRef again = programs.create(RIZAL, new CreateProgram("CODE-1", terms("{}")));
    assertThat(again.number()).isEqualTo(2);
    assertThat(programs.get(MAYA, again.program()).state()).isEqualTo(ProgramState.DRAFT);
  }

  @Test
  void aCopyHasTheTermsAndNothingElse() {
    ProgramRef published = published("COPY-1", "{\"graceDays\": 7}");
    ProgramRef copy = programs.copy(MAYA, published.program(), "COPY-2");
    ProgramDetail detail = programs.get(MAYA, copy.program());
    assertThat(detail.state()).isEqualTo(ProgramState.DRAFT);
    assertThat(detail.versions()).hasSize(1);
    assertThat(detail.newest().state()).isEqualTo(VersionState.DRAFT);
    assertThat(detail.newest().approver()).isNull();
    assertThat(detail.newest().digest())
        .isEqualTo(programs.get(MAYA, published.program()).newest().digest());
    assertThat(detail.enrolled()).isZero();
  }

  @Test
  void aClosedProgramEndsWithItsPeriodAndIsStillComputed() {
    clock.at(
        MAY,
        () -> {
          ProgramRef published = published("CLOSE-1", "{}");
          programs.close(MAYA, published.program());
          assertThat(programs.get(MAYA, published.program()).closedFrom()).isEqualTo("2026-07-01");
          CompiledProgram compiled = programs.compiled("CLOSE-1").orElseThrow();
          assertThat(compiled.termsOn(LocalDate.parse("2026-05-10")).until())
              .isEqualTo("2026-07-01");
          assertThat(compiled.periods(LocalDate.MIN, LocalDate.MAX)).hasSize(2);
          assertConflict("program.state", () -> programs.amend(MAYA, published.program(), null));
          assertConflict("program.state", () -> programs.close(MAYA, published.program()));
        });
    clock.at(
        Instant.parse("2025-05-10T03:00:00Z"),
        () -> {
          ProgramRef early = published("CLOSE-2", "{}");
          programs.close(MAYA, early.program());
          assertThat(programs.compiled("CLOSE-2")).as("it never ran").isEmpty();
        });
  }

  @Test
  void productsThatDoNotExistAreToldAtTheirField() {
    products.create(
        MAYA,
        new SaveProduct(
            "KNOWN-1", "Known", "KNOWN-G", "", "", "PCS", false, true, null, null, null, null));
    Terms known = terms("{\"scope\": {\"items\": [\"KNOWN-1\"], \"groups\": [\"KNOWN-G\"]}}");
    programs.create(MAYA, new CreateProgram("SCOPE-1", known));
    Terms unknown = terms("{\"scope\": {\"items\": [\"KNOWN-1\", \"KNOWM-1\"]}}");
    assertThatThrownBy(() -> programs.create(MAYA, new CreateProgram("SCOPE-2", unknown)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.parts()).hasSize(1);
              assertThat(problem.parts().get(0).field()).isEqualTo("/terms/scope/items");
              assertThat(problem.parts().get(0).facts()).containsEntry("codes", "KNOWM-1");
            });
    assertThat(programs.list(MAYA, ListQuery.firstRows(5).filtered("code", "SCOPE-2")).total())
        .as("nothing of it is stored")
        .isZero();
  }

  @Test
  void listsFilterByStateAndKind() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram("LIST-1", terms("{}")));
    published("LIST-2", "{}");
    ListQuery list = ListQuery.firstRows(10).filtered("code", "LIST-");
    assertThat(programs.list(AUDITOR, list).rows())
        .extracting(ProgramSummary::code)
        .containsExactly("LIST-2", "LIST-1");
    assertThat(programs.list(AUDITOR, list.filtered("state", "DRAFT")).rows())
        .extracting(ProgramSummary::uid)
        .containsExactly(draft.program());
    assertThat(programs.list(AUDITOR, list.filtered("kind", "tiered")).total()).isZero();
    assertThat(programs.list(AUDITOR, list.filtered("name", "rabat")).total()).isEqualTo(2);
    assertThat(programs.batch(AUDITOR, null, 1, list.filters()).next()).isNotNull();
  }

  @Test
  void onlyManagersWrite() {
    for (Actor actor : List.of(FINA, AUDITOR, staff("exec", Role.EXECUTIVE))) {
      assertForbidden(
          "access.role-missing",
          () -> programs.create(actor, new CreateProgram("NO-1", terms("{}"))));
    }
    assertThatThrownBy(() -> programs.get(MAYA, UUID.randomUUID()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(404));
  }
}
