package org.mitra.programs.terms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitra.engine.Terms;
import org.mitra.text.Texts;

class TermsInWordsTest {
  private static final String TIERED =
      """
      {
        "name": {"id": "Bonus", "en": "Bonus"},
        "currency": "IDR",
        "zone": "Asia/Jakarta",
        "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 0, "graceDays": 10,
        "payee": "BUYER",
        "scope": {"flows": ["SELL_IN"], "groups": ["DRILLS"], "items": ["S-1"], "types": ["DEALER"], "levels": ["GOLD", "SILVER"]},
        "enrollment": "ENROLLED", "creditFrom": "PERIOD_START", "returns": "IN_PERIOD_OF_SALE",
        "rule": {
          "type": "tiered", "qualifies": "NET", "pays": "NET", "method": "MARGINAL", "starts": "REACHED",
          "tiers": [{"from": "0", "rate": "5%"}, {"from": "100000000", "rate": "7%"}, {"from": "200000000", "rate": "7.5%"}]
        },
        "limits": {"perPayee": "50000000", "budget": "1000000000"}
      }
      """;

  private static final Names NAMES =
      new Names(Map.of("S-1", "Gergaji S-1"), Map.of("DRILLS", "Bor"));

  @Test
  void tiersInBothLanguages() {
    Terms terms = TermsJson.decode(TIERED);
    assertThat(sentences(terms, Texts.INDONESIAN, "reward"))
        .containsExactly(
            "Setiap lapisan sell-in bersih (setelah diskon, tanpa pajak dan ongkos kirim) dibayar dengan tarifnya sendiri:",
            "5% sampai Rp 100.000.000.",
            "7% di atas Rp 100.000.000 sampai Rp 200.000.000.",
            "7,5% di atas Rp 200.000.000.");
    assertThat(sentences(terms, Texts.ENGLISH, "reward"))
        .containsExactly(
            "Each slice of net sell-in (after discount, without tax and freight) is paid at its own rate:",
            "5% up to IDR 100,000,000.",
            "7% above IDR 100,000,000 up to IDR 200,000,000.",
            "7.5% above IDR 200,000,000.");
    assertThat(sentences(terms, Texts.INDONESIAN, "sales"))
        .contains("Hanya produk dan kelompok berikut yang dihitung: Bor dan Gergaji S-1.");
    assertThat(sentences(terms, Texts.ENGLISH, "who"))
        .containsExactly(
            "The partner who buys earns.",
            "The program is open to partners of these kinds: dealers; level GOLD and SILVER on the day of the sale.",
            "Only enrolled partners earn, from the first day of the period in which they are enrolled.");
    assertThat(sentences(terms, Texts.ENGLISH, "time"))
        .containsExactly(
            "The program runs from 1 Jan 2026 to 31 Dec 2026, by the days of Asia/Jakarta.",
            "It is settled every 3 months, counted from its first day.");
  }

  @Test
  void exceptionsLimitsAndFlatAmountsInBothLanguages() {
    Terms flat =
        rule(
            """
            {"type": "flat", "pays": "NET", "rate": "10%", "perLine": "50000",
             "except": [{"items": ["S-1"], "rate": "50%"}, {"groups": ["DRILLS"], "rate": "2.5%"}]}
            """);
    assertThat(sentences(flat, Texts.INDONESIAN, "reward"))
        .containsExactly(
            "10% dari sell-in bersih (setelah diskon, tanpa pajak dan ongkos kirim).",
            "Sebagai gantinya, 50% untuk Gergaji S-1.",
            "Sebagai gantinya, 2,5% untuk Bor.",
            "Yang disebut untuk sebuah produk mendahului yang disebut untuk kelompoknya.",
            "Paling banyak Rp 50.000 untuk satu baris faktur; retur menarik kembali bagiannya dari jumlah itu.");
    Terms tiers =
        rule(
            """
            {"type": "tiered", "qualifies": "UNITS", "pays": "NET", "method": "ROLLING", "starts": "REACHED",
             "negative": "NOTHING", "tiers": [{"from": "10", "plus": "100"}, {"from": "20", "rate": "3%", "plus": "200"}]}
            """);
    assertThat(sentences(tiers, Texts.ENGLISH, "reward"))
        .containsExactly(
            "The tier is decided by units and pays its rate on all net sell-in (after discount, without tax and"
                + " freight) of the period; each tier below it pays its own rate, on everything up to its end, besides:",
            "Nothing up to 10 units.",
            "IDR 100 once from 10 units on.",
            "3% and IDR 200 once from 20 units on.",
            "What is paid once is paid for each tier that is entered, in each period.");
    assertThat(sentences(tiers, Texts.ENGLISH, "returns"))
        .contains(
            "Where more comes back in a period than was sold, the period earns nothing, and nothing is owed.");
    Terms every =
        rule(
            "{\"type\": \"everyX\", \"pays\": \"UNITS\", \"every\": \"10\", \"amount\": \"5000\"}");
    assertThat(sentences(every, Texts.INDONESIAN, "reward"))
        .containsExactly(
            "Rp 5.000 untuk setiap kelipatan penuh 10 unit dari jumlah unit dalam periode.");
  }

  private static Terms rule(String rule) {
    JsonObject document = TermsJson.parse(TIERED);
    return TermsJson.decode(
        Json.createObjectBuilder(document).add("rule", TermsJson.parse(rule)).build(), "");
  }

  @Test
  void partnersAreToldThatThereIsABudgetAndNotHowMuch() {
    Terms terms = TermsJson.decode(TIERED);
    List<Clause> forPartners =
        TermsInWords.of(terms, Texts.in(Texts.ENGLISH), NAMES, TermsInWords.Reader.PARTNER);
    assertThat(forPartners.toString())
        .contains("As long as the budget of the program lasts")
        .doesNotContain("1,000,000,000");
    assertThat(sentences(terms, Texts.ENGLISH, "limits"))
        .containsExactly(
            "IDR 50,000,000 at most for one partner in one period.",
            "IDR 1,000,000,000 at most for the whole program: first approved, first served.");
  }

  @Test
  void allTermsHaveWords() {
    for (long seed = 1; seed <= 200; seed++) {
      Terms terms = new RandomTerms(new Random(seed)).next();
      for (Locale locale : List.of(Texts.INDONESIAN, Texts.ENGLISH)) {
        List<Clause> clauses =
            TermsInWords.of(terms, Texts.in(locale), Names.NONE, TermsInWords.Reader.HOUSE);
        assertThat(clauses).as("seed " + seed).isNotEmpty();
        assertThat(clauses.toString()).as("seed " + seed).doesNotContain("???", "{");
      }
    }
  }

  private static List<String> sentences(Terms terms, Locale locale, String code) {
    return TermsInWords.of(terms, Texts.in(locale), NAMES, TermsInWords.Reader.HOUSE).stream()
        .filter(clause -> clause.code().equals(code))
        .findFirst()
        .orElseThrow()
        .sentences();
  }
}
