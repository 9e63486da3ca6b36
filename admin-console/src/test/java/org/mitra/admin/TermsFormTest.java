package org.mitra.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitra.programs.terms.TermsJson;

class TermsFormTest {
  private static final String REST =
      """
      {
        "name": {"id": "Contoh", "en": "Example"}, "currency": "IDR", "zone": "Asia/Jakarta",
        "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 25,
        "graceDays": 10, "payee": "BUYER",
        "scope": {"flows": ["SELL_IN", "SELL_OUT"], "items": ["A", "B C"], "groups": ["G"],
          "types": ["DEALER"], "levels": ["GOLD", "SILVER"], "regions": ["DKI JAKARTA"]},
        "enrollment": "SELF_ENROLLED", "creditFrom": "PERIOD_START",
        "returns": "IN_PERIOD_OF_SALE", "limits": {"budget": "1000000"}
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rule\": {\"type\": \"flat\", \"pays\": \"GROSS\", \"rate\": \"2.125%\"}}",
        "{\"rule\": {\"type\": \"tiered\", \"qualifies\": \"UNITS\", \"pays\": \"NET\","
            + " \"method\": \"MARGINAL\", \"starts\": \"EXCEEDED\", \"tiers\":"
            + " [{\"from\": \"0\", \"rate\": \"0%\"}, {\"from\": \"1000.5\", \"rate\": \"3%\"}]}}",
        "{\"rule\": {\"type\": \"tiered\", \"qualifies\": \"NET\", \"pays\": \"UNITS\","
            + " \"method\": \"WHOLE_AMOUNT\", \"starts\": \"REACHED\", \"tiers\":"
            + " [{\"from\": \"5\", \"amount\": \"250\"}]}, \"limits\": {\"perPayee\": \"9\"}}",
        "{\"rule\": {\"type\": \"tiered\", \"qualifies\": \"NET\", \"pays\": \"NET\","
            + " \"method\": \"ROLLING\", \"starts\": \"REACHED\", \"negative\": \"NOTHING\", \"tiers\":"
            + " [{\"from\": \"0\", \"plus\": \"7\"}, {\"from\": \"5\", \"rate\": \"1%\", \"plus\": \"2.5\"}]}}",
        "{\"rule\": {\"type\": \"perUnit\", \"amount\": \"50000\"},"
            + " \"claim\": {\"withinDays\": 30, \"proof\": false, \"late\": {\"perMonth\": \"10%\", \"months\": 6}}}",
        "{\"rule\": {\"type\": \"perUnit\", \"amount\": \"5\", \"per\": \"DOCUMENT\", \"negative\": \"NOTHING\"}}",
        "{\"rule\": {\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"5%\", \"perLine\": \"50\"}}",
        "{\"rule\": {\"type\": \"everyX\", \"pays\": \"UNITS\", \"every\": \"10\", \"amount\": \"1.5\"}}",
        "{\"rule\": {\"type\": \"fund\", \"share\": \"50%\", \"perActivity\": \"20000000\","
            + " \"claimWithinDays\": 60}}"
      })
  void whatTheFormShowsIsWhatItWrites(String rule) {
    JsonObject terms =
        Json.createMergePatch(TermsJson.parse(rule)).apply(TermsJson.parse(REST)).asJsonObject();
    // First that these are terms at all, then that nothing of them is lost on the way.
    JsonObject canonical = TermsJson.encode(TermsJson.decode(terms, ""));
    assertThat(TermsForm.of(canonical).json()).hasToString(canonical.toString());
    assertThat(TermsForm.of(canonical).lost(canonical)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(NewTerms.class)
  void aNewProgramNeedsOnlyItsNameAndReward(NewTerms wanted) {
    TermsForm form = wanted.form(LocalDate.of(2026, 11, 22), ZoneId.of("Asia/Jakarta"));
    form.getValues().put("name-id", "Nama");
    form.getValues().put("name-en", "Name");
    form.getValues().put("rule-rate", new BigDecimal("5"));
    form.getValues().put("rule-amount", new BigDecimal("50000"));
    form.getValues().put("rule-every", new BigDecimal("1000000"));
    for (int row = 0; row < form.getTiers().size(); row++) {
      form.getTiers().get(row).setFrom(BigDecimal.valueOf(row * 100L));
      form.getTiers().get(row).setOffer(BigDecimal.valueOf(row));
    }
    assertThat(TermsJson.decode(form.json(), "").from()).isEqualTo("2026-12-01");
  }

  @Test
  void whatIsNotRightIsShownAndNotLostInSilence() {
    JsonObject odd =
        TermsJson.parse(
            "{\"from\": \"2026-02-31\", \"periodMonths\": \"three\","
                + " \"rule\": {\"type\": \"flat\", \"rate\": \"much\"}}");
    TermsForm form = TermsForm.of(odd);
    assertThat(form.getKind()).isEqualTo("flat");
    assertThat(form.getValues()).containsEntry("periodMonths", "three");
    assertThat(form.getValues().get("from")).isNull();
    assertThat(form.json().getString("periodMonths")).isEqualTo("three");
  }

  @Test
  void whatTheFormHasNoFieldForIsNamed() {
    JsonObject flat =
        TermsJson.parse("{\"rule\": {\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"1%\"}}");
    assertThat(TermsForm.of(flat).lost(flat)).isEmpty();
    JsonObject more =
        Json.createMergePatch(
                TermsJson.parse(
                    "{\"note\": \"\", \"rule\": {\"pays\": null, \"bonus\": [{\"of\": \"1%\"}]}}"))
            .apply(flat)
            .asJsonObject();
    assertThat(TermsForm.of(more).lost(more)).contains("/rule/bonus/0/of");
  }
}
