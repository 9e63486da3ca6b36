package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.programs.ProgramStage.MAYA;
import static org.mitra.programs.ProgramStage.RIZAL;
import static org.mitra.programs.ProgramStage.terms;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.engine.Finding;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class FindingsIT {
  private static final String CLIFF =
      """
      "rule": {"rate": null, "type": "tiered", "qualifies": "NET", "pays": "NET", "method": "WHOLE_AMOUNT",
        "starts": "REACHED", "tiers": [{"from": "0", "rate": "2%"}, {"from": "1000", "rate": "5%"}]}
      """;

  @Inject private Programs programs;
  @Inject private Products products;

  @Test
  void aCliffNeedsAReason() {
    product("FIND-1");
    ProgramRef draft = draft("FIND-1", about("FIND-1", CLIFF));
    assertThat(codes(draft)).containsExactly("cliff");
    assertThatThrownBy(() -> programs.submit(MAYA, draft.version()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("program.findings-need-reason");
              assertThat(problem.parts())
                  .extracting(Problem::code)
                  .containsExactly("finding.cliff");
            });
    programs.submit(MAYA, draft.version(), "To pull at the end of the quarter");
    assertThat(programs.get(RIZAL, draft.program()).newest().reason())
        .isEqualTo("To pull at the end of the quarter");
  }

  @Test
  void programsThatPayTheSameSalesAreNamed() {
    product("FIND-2");
    product("FIND-3");
    publish(draft("FIND-2A", about("FIND-2", "\"graceDays\": 1")));
    assertThat(codes(draft("FIND-2B", about("FIND-2", "\"graceDays\": 2"))))
        .containsExactly("same-sales");
    assertThat(codes(draft("FIND-3", about("FIND-3", "\"graceDays\": 2")))).isEmpty();
    assertThat(codes(draft("FIND-2C", about("FIND-2", "\"payee\": \"SELLER\"")))).isEmpty();
  }

  @Test
  void tiesWithinAGroupBlock() {
    product("FIND-4");
    publish(draft("FIND-4A", about("FIND-4", group("FIND-4", 1, "BEST_OF"))));
    ProgramRef tie = draft("FIND-4B", about("FIND-4", group("FIND-4", 1, "BEST_OF")));
    assertThat(codes(tie)).containsExactly("group-precedence-taken");
    assertThatThrownBy(() -> programs.submit(MAYA, tie.version(), "all the same"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("program.findings-block"));
    assertThat(codes(draft("FIND-4C", about("FIND-4", group("FIND-4", 2, "PRIORITY")))))
        .containsExactly("group-method-differs");
    assertThat(codes(draft("FIND-4D", about("FIND-4", group("FIND-4", 2, "BEST_OF"))))).isEmpty();
  }

  @Test
  void whatWasPublishedMeanwhileBlocksToo() {
    product("FIND-5");
    ProgramRef first = draft("FIND-5A", about("FIND-5", group("FIND-5", 1, "BEST_OF")));
    ProgramRef second = draft("FIND-5B", about("FIND-5", group("FIND-5", 1, "BEST_OF")));
    for (ProgramRef one : List.of(first, second)) {
      programs.submit(MAYA, one.version());
      programs.approve(RIZAL, one.version(), digest(one), "");
    }
    programs.publish(MAYA, first.version());
    assertThatThrownBy(() -> programs.publish(MAYA, second.version()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("program.findings-block"));
  }

  private static String group(String name, int precedence, String method) {
    return "\"stacking\": {\"group\": \""
        + name
        + "\", \"method\": \""
        + method
        + "\", \"per\": \"PERIOD\", \"precedence\": "
        + precedence
        + "}";
  }

  private static String about(String product, String changes) {
    // In a currency of its own: programs of other tests pay for all products.
    return "{\"currency\": \"THB\", \"scope\": {\"items\": [\""
        + product
        + "\"]}, "
        + changes
        + "}";
  }

  private void product(String code) {
    products.create(
        MAYA, new SaveProduct(code, code, "", "", "", "PCS", false, true, null, null, "", null));
  }

  private ProgramRef draft(String code, String changes) {
    return programs.create(MAYA, new CreateProgram(code, terms(changes)));
  }

  private void publish(ProgramRef draft) {
    programs.submit(MAYA, draft.version());
    programs.approve(RIZAL, draft.version(), digest(draft), "");
    programs.publish(MAYA, draft.version());
  }

  private String digest(ProgramRef draft) {
    return programs.get(MAYA, draft.program()).newest().digest();
  }

  private List<String> codes(ProgramRef draft) {
    return programs.findings(MAYA, draft.version()).stream().map(Finding::code).toList();
  }
}
