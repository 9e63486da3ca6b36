package org.mitra.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.Explanation;
import org.mitra.engine.FundRule;
import org.mitra.engine.Terms;
import org.mitra.money.Money;
import org.mitra.programs.terms.TermsJson;
import org.mitra.text.Texts;

/**
 * Whatever the examples explain or refuse has a sentence in both languages, and nothing else has.
 */
class RuleTextsTest {
  /** Facts by code of a step or refusal, of one that was seen. */
  private final Map<String, Map<String, String>> seen = new TreeMap<>();

  @Test
  void everyStepAndRefusalHasASentence() throws IOException {
    RulePage.all().stream().flatMap(page -> page.examples().stream()).forEach(this::look);
    seen.put("explain.nothing-credited", Map.of());
    for (String language : List.of("id", "en")) {
      Texts texts = Texts.in(Locale.forLanguageTag(language));
      seen.forEach(
          (key, facts) ->
              assertThat(texts.sentence(key, facts, java.time.ZoneOffset.UTC))
                  .as(language + " " + key)
                  .doesNotContain("???", "{")
                  .isNotBlank());
      assertThat(sentences(language)).isEqualTo(seen.keySet());
    }
  }

  private void look(RulePage.Example example) {
    Terms terms =
        TermsJson.decode(
            example.programs().values().iterator().next().values().iterator().next(), "");
    if (terms.rule() instanceof FundRule fund) {
      Money little = Money.of("100", terms.currency().orElseThrow());
      Money much = Money.of("1000000000000", terms.currency().orElseThrow());
      look(fund.reimburse(little, much).explanation());
      look(fund.reimburse(much, much).explanation());
      look(fund.reimburse(much, little).explanation());
    }
    if (!example.table().tellsResults()) {
      return;
    }
    SalesExample sales = SalesExample.of(example);
    for (int i = 0; i < sales.steps().size(); i++) {
      Calculation calculation = Calculation.explained(sales.programs());
      sales.factsAfter(i).forEach(calculation::see);
      for (AccrualKey key : calculation.measures().keySet()) {
        look(calculation.entitlement(key).explanation());
      }
      sales.asked(i).forEach(asked -> look(calculation.entitlement(asked.key()).explanation()));
      calculation
          .refusals()
          .forEach(
              refused ->
                  seen.put("refusal." + refused.refusal().code(), refused.refusal().facts()));
    }
  }

  private void look(Explanation step) {
    Map<String, String> facts = new TreeMap<>(step.facts());
    facts.put("currency", step.amount().currency().code());
    seen.put("explain." + step.code(), facts);
    step.parts().forEach(this::look);
  }

  private static Set<String> sentences(String language) throws IOException {
    String file = "/texts/programs_" + language + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            RuleTextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith("explain.") || key.startsWith("refusal."))
        .filter(key -> !key.startsWith("explain.kind.") && !key.startsWith("refusal.flow."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
