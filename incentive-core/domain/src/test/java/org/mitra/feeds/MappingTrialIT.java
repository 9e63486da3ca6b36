package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.mappings.ReadValue;
import org.mitra.problem.Problem;

/** What a mapping makes of a sample file, before anybody saves it. */
@ExtendWith(ArquillianExtension.class)
class MappingTrialIT {
  @Inject private FeedWorld world;
  @Inject private MappingTrial trial;

  private static Map<String, String> read(Preview.Sample row) {
    return row.read().stream()
        .filter(value -> value.value() != null)
        .collect(Collectors.toMap(ReadValue::field, ReadValue::value));
  }

  @Test
  void theFirstRowsAreShownAsTheyAreUnderstood() {
    world.set("TRIAL-1");
    String mapping =
        FeedWorld.mapping("TRIAL-1", "CSV", ", \"sales\": {\"positiveReturns\": true}");
    StringBuilder file = new StringBuilder(FeedWorld.HEADER);
    file.append("A;1;R;31/01/2026;TRIAL-1;TRIAL-1;2;1.500.000;B\n");
    file.append("A;2;;31/02/2026;TRIAL-1;TRIAL-1;satu;1.500.000;\n");
    for (int line = 3; line <= 100; line++) {
      file.append("A;" + line + ";;30/01/2026;TRIAL-1;TRIAL-1;1;1,5;\n");
    }
    // Cut in the middle of a row, as a large file is.
    byte[] bytes = (file + "\"A;101").getBytes(StandardCharsets.UTF_8);
    Preview preview = trial.ofFile(FeedWorld.MAYA, mapping, bytes);
    assertThat(preview.rows()).isEqualTo(MappingTrial.ROWS);
    assertThat(read(preview.sample().get(0)))
        .containsEntry("kind", "RETURN")
        .containsEntry("quantity", "-2")
        .containsEntry("unitPrice", "1500000")
        .containsEntry("soldAt", "2026-01-30T17:00:00Z");
    assertThat(read(preview.sample().get(1))).doesNotContainKeys("quantity", "soldAt");
    assertThat(preview.sample().get(1).reasons())
        .containsExactlyInAnyOrder("number.unreadable", "date.unreadable");
    assertThat(read(preview.sample().get(2))).containsEntry("unitPrice", "1.5");
    assertThat(trial.header(FeedWorld.MAYA, mapping, bytes))
        .isEqualTo(
            List.of("Invoice", "Line", "Kind", "Date", "Buyer", "Item", "Qty", "Price", "Of"));
  }

  @Test
  void aHeaderNeedsNothingButTheFormat() {
    String unfinished =
        "{\"kind\": \"SALES\", \"format\": {\"type\": \"XLSX\", \"zone\": \"UTC\"}}";
    byte[] bytes = "a,b\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> trial.header(FeedWorld.MAYA, unfinished, bytes))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("file.not-xlsx"));
    assertThat(trial.header(FeedWorld.MAYA, unfinished.replace("XLSX", "CSV"), bytes))
        .containsExactly("a", "b");
  }
}
