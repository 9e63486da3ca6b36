package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.audit.AuditEvent;
import org.mitra.audit.AuditTrail;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.it.Together;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.TermsJson;

@ExtendWith(ArquillianExtension.class)
class ProgramsIT {
  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);
  static final Actor FINA = staff("fina", Role.FINANCE);
  static final Actor AUDITOR = staff("audi", Role.AUDITOR);

  /** In the middle of the second quarter of the programs here. */
  static final Instant MAY = Instant.parse("2026-05-10T03:00:00Z");

  @Inject private Programs programs;
  @Inject private Products products;
  @Inject private AuditTrail audit;
  @Inject private BusinessClock clock;

  @Resource private ManagedThreadFactory threads;

  @Test
  void fromDraftToPublishedByTwoPeople() {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(" life-1 ", terms("{}")));
    assertThat(draft.code()).isEqualTo("LIFE-1");
    assertThat(programs.compiled("LIFE-1")).as("a draft counts for nothing").isEmpty();
    assertConflict("program.version-state", () -> programs.publish(MAYA, draft.version()));
    programs.submit(MAYA, draft.version());
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
    programs.submit(MAYA, draft.version());
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
    programs.submit(MAYA, draft.version());
    String read = digest(draft);
    programs.sendBack(RIZAL, draft.version(), "Too generous");
    assertConflict(
        "stale",
        () -> programs.edit(MAYA, new EditDraft(draft.version(), revision, terms("{}"), null)));
    programs.edit(
        MAYA, new EditDraft(draft.version(), revision(draft), terms("{\"graceDays\": 9}"), null));
    programs.submit(MAYA, draft.version());
    assertConflict(
        "program.changed-since", () -> programs.approve(FINA, draft.version(), read, ""));
    programs.approve(FINA, draft.version(), digest(draft), "");
  }

  @Test
  void ofManyWhoPublishAtOnceOneWins() throws InterruptedException {
    ProgramRef approved = approved("RACE-1", "{\"limits\": {\"budget\": \"1000\"}}");
    List<String> outcomes =
        Together.run(threads, 12, () -> programs.publish(MAYA, approved.version()));
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).isSubsetOf("ok", "stale", "program.version-state");
  }

  @Test
  void ofManyWhoAmendOrCreateAtOnceOneWins() throws InterruptedException {
    ProgramRef published = published("RACE-2", "{\"until\": \"2100-01-01\"}");
    List<String> outcomes =
        Together.run(threads, 8, () -> programs.amend(MAYA, published.program(), null));
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).isSubsetOf("ok", "stale", "program.version-open");
    List<String> created =
        Together.run(
            threads, 8, () -> programs.create(MAYA, new CreateProgram("RACE-3", terms("{}"))));
    assertThat(created).containsOnlyOnce("ok");
    assertThat(created).containsOnly("ok", "program.code-taken");
    ProgramRef given = programs.create(MAYA, new CreateProgram("RACE-4", terms("{}")));
    programs.discard(MAYA, given.version());
    List<String> revived =
        Together.run(
            threads, 8, () -> programs.create(MAYA, new CreateProgram("RACE-4", terms("{}"))));
    assertThat(revived).containsOnlyOnce("ok");
    assertThat(revived).containsOnly("ok", "program.code-taken");
  }

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
  void inItsLastPeriodAProgramCanOnlyBecomeLonger() {
    clock.at(
        Instant.parse("2026-11-10T03:00:00Z"),
        () -> {
          ProgramRef amendment = programs.amend(MAYA, published("LONGER-1", "{}").program(), null);
          VersionDetail draft = programs.get(MAYA, amendment.program()).newest();
          assertThat(draft.effectiveFrom()).isEqualTo("2027-01-01");
          assertRefused(
              "program.amendment-ended", () -> programs.submit(MAYA, amendment.version()));
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
          programs.submit(MAYA, amendment.version());
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

  private ProgramRef approved(String code, String changes) {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms(changes)));
    programs.submit(MAYA, draft.version());
    return programs.approve(RIZAL, draft.version(), digest(draft), "");
  }

  private ProgramRef published(String code, String changes) {
    return programs.publish(MAYA, approved(code, changes).version());
  }

  private void publish(ProgramRef draft) {
    programs.submit(MAYA, draft.version());
    programs.approve(RIZAL, draft.version(), digest(draft), "");
    programs.publish(MAYA, draft.version());
  }

  private String digest(ProgramRef ref) {
    return detail(ref).digest();
  }

  private int revision(ProgramRef ref) {
    return detail(ref).revision();
  }

  private VersionDetail detail(ProgramRef ref) {
    return programs.get(MAYA, ref.program()).versions().stream()
        .filter(version -> version.uid().equals(ref.version()))
        .findFirst()
        .orElseThrow();
  }

  static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  /** A flat rebate over the year 2026, with some fields changed. */
  static Terms terms(String changes) {
    JsonObject rebate =
        TermsJson.parse(
            """
            {
              "name": {"id": "Rabat", "en": "Rebate"},
              "currency": "IDR", "zone": "Asia/Jakarta",
              "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 0,
              "payee": "BUYER", "scope": {"flows": ["SELL_IN"]},
              "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
              "rule": {"type": "flat", "pays": "NET", "rate": "5%"}
            }
            """);
    return TermsJson.decode(
        Json.createMergePatch(TermsJson.parse(changes)).apply(rebate).asJsonObject(), "");
  }

  private static void assertConflict(String code, ThrowingCallable call) {
    assertProblem(409, code, call);
  }

  private static void assertForbidden(String code, ThrowingCallable call) {
    assertProblem(403, code, call);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertProblem(422, code, call);
  }

  static void assertProblem(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
