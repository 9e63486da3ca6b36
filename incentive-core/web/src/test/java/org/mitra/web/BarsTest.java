package org.mitra.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitra.text.Texts;

class BarsTest {
  @Test
  void aNameCannotEndTheScriptThatTheChartStandsIn() {
    String json =
        new Bars(Texts.ENGLISH, List.of("</script><img src=x onerror=alert(1)>"))
            .series("</script>", Bars.Shade.MAIN, List.of(BigDecimal.TEN))
            .json();
    assertThat(json).doesNotContain("<").contains("\\u003c/script>");
  }

  @Test
  void numbersAreWrittenInTheReadersLanguageAndGapsStayGaps() {
    String json =
        new Bars(Texts.INDONESIAN, List.of("1", "2"))
            .series("A", Bars.Shade.MAIN, Arrays.asList(new BigDecimal("400000000"), null))
            .series("B", Bars.Shade.QUIET, Arrays.asList(null, BigDecimal.ONE))
            .overlaid()
            .json();
    assertThat(json)
        .contains("\"locale\":\"id-ID\"")
        .contains("[400000000,null]")
        .contains("\"stacked\":true");
  }
}
