package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.it.Together;

/** Several who do the same to a program at once: one does it, the others are told so. */
@ExtendWith(ArquillianExtension.class)
class ProgramRacesIT extends ProgramStage {
  @Resource private ManagedThreadFactory threads;

  @Test
  void ofManyWhoPublishAtOnceOneWins() throws InterruptedException {
    ProgramRef approved = approved("RACE-1", "{\"limits\": {\"budget\": \"1000\"}}");
    List<String> outcomes =
        Together.run(threads, 12, () -> programs.publish(MAYA, approved.version()));
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).containsOnly("ok", "program.version-state");
  }

  @Test
  void ofManyWhoTakeAStepAtOnceOneDoes() throws InterruptedException {
    ProgramRef draft = programs.create(MAYA, new CreateProgram("RACE-5", terms("{}")));
    onlyOne("program.version-state", () -> programs.submit(MAYA, draft.version(), "meant so"));
    String digest = digest(draft);
    onlyOne(
        "program.version-state", () -> programs.approve(RIZAL, draft.version(), digest, "good"));
    programs.publish(MAYA, draft.version());
    onlyOne("program.state", () -> programs.close(MAYA, draft.program()));
    ProgramRef given = programs.create(MAYA, new CreateProgram("RACE-6", terms("{}")));
    onlyOne("program.version-state", () -> programs.discard(MAYA, given.version()));
    ProgramRef edited = programs.create(MAYA, new CreateProgram("RACE-7", terms("{}")));
    EditDraft edit =
        new EditDraft(edited.version(), revision(edited), terms("{\"graceDays\": 3}"), null);
    onlyOne("stale", () -> programs.edit(MAYA, edit));
  }

  private void onlyOne(String others, Callable<?> step) throws InterruptedException {
    List<String> outcomes = Together.run(threads, 8, step);
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).containsOnly("ok", others);
  }

  @Test
  void ofManyWhoAmendOrCreateAtOnceOneWins() throws InterruptedException {
    ProgramRef published = published("RACE-2", "{\"until\": \"2100-01-01\"}");
    List<String> outcomes =
        Together.run(threads, 8, () -> programs.amend(MAYA, published.program(), null));
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).containsOnly("ok", "program.version-open");
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
}
