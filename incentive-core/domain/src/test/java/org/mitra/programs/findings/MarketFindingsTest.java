package org.mitra.programs.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mitra.engine.Finding;
import org.mitra.engine.Terms;
import org.mitra.programs.terms.TermsJson;
import org.mitra.time.Period;

class MarketFindingsTest {
  private static final Period LAST_YEAR =
      new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));

  /** Two partners who sold for 1,000 each in one quarter, at a cost of 900. */
  private static final Market MARKET =
      new Market(LAST_YEAR, List.of(sold(1, "1000", "900"), sold(2, "1000", "900")));

  @Test
  void payingAllThatIsEarnedIsFine() {
    assertThat(found(flat("10%"), MARKET)).isEmpty();
  }

  @Test
  void payingMoreThanIsEarnedNeedsAReason() {
    assertThat(found(flat("10.1%"), MARKET))
        .extracting(Finding::code, Finding::weight, Finding::field)
        .containsExactly(tuple("above-margin", Finding.Weight.NEEDS_REASON, "rule"));
    assertThat(found(flat("10.1%"), MARKET).get(0).facts())
        .isEqualTo(Map.of("paid", "10.1%", "margin", "10%", "programs", "1"));
  }

  @Test
  void programsBesideAreAddedUp() {
    List<Finding> findings =
        new MarketFindings(flat("6%"), MARKET, List.of(flat("3%"), flat("2%"))).findings();
    assertThat(findings).extracting(Finding::code).containsExactly("above-margin");
    assertThat(findings.get(0).facts()).containsEntry("paid", "11%").containsEntry("programs", "3");
  }

  @Test
  void aTierThatNobodyReachedCostsNothing() {
    String tiers =
        """
        {"rule": {"rate": null, "type": "tiered", "qualifies": "NET", "pays": "NET",
          "method": "WHOLE_AMOUNT", "starts": "REACHED",
          "tiers": [{"from": "0", "rate": "5%"}, {"from": "1500", "rate": "50%"}]}}
        """;
    assertThat(found(terms(tiers), MARKET)).isEmpty();
  }

  @Test
  void whatIsSoldWithoutAKnownCostTellsNoMargin() {
    Market unknown = new Market(LAST_YEAR, List.of(sold(1, "1000", "0", "0")));
    assertThat(found(flat("90%"), unknown)).isEmpty();
    Market half = new Market(LAST_YEAR, List.of(sold(1, "1000", "400", "500")));
    assertThat(found(flat("20%"), half)).as("a fifth is earned of what is known").isEmpty();
    assertThat(found(flat("21%"), half)).hasSize(1);
  }

  @Test
  void aBudgetBelowLastYearsCostNeedsAReason() {
    assertThat(found(terms("{\"limits\": {\"budget\": \"100\"}}"), MARKET)).isEmpty();
    List<Finding> findings = found(terms("{\"limits\": {\"budget\": \"99.99\"}}"), MARKET);
    assertThat(findings).extracting(Finding::code).containsExactly("budget-below-cost");
    assertThat(findings.get(0).facts())
        .isEqualTo(Map.of("budget", "99.99", "cost", "100", "currency", "USD"));
  }

  @Test
  void whatAPayeeGetsAtMostIsAllHeCosts() {
    String limited = "{\"limits\": {\"budget\": \"99.99\", \"perPayee\": \"40\"}}";
    assertThat(found(terms(limited), MARKET)).isEmpty();
  }

  @Test
  void aProgramOfHalfAYearCostsHalf() {
    String half = "{\"until\": \"2026-07-01\", \"limits\": {\"budget\": \"49.59\"}}";
    assertThat(found(terms(half), MARKET)).as("181 of 365 days: 49.589").isEmpty();
    assertThat(found(terms(half.replace("49.59", "49.58")), MARKET)).hasSize(1);
  }

  @Test
  void withoutSalesNothingIsFound() {
    assertThat(found(flat("90%"), new Market(LAST_YEAR, List.of()))).isEmpty();
  }

  private static List<Finding> found(Terms terms, Market market) {
    return new MarketFindings(terms, market, List.of()).findings();
  }

  private static Market.Sum sold(long partner, String net, String cost) {
    return sold(partner, net, cost, net);
  }

  private static Market.Sum sold(long partner, String net, String cost, String costed) {
    BigDecimal amount = new BigDecimal(net);
    return new Market.Sum(
        partner, 1, amount, amount, BigDecimal.TEN, new BigDecimal(cost), new BigDecimal(costed));
  }

  private static Terms flat(String rate) {
    return terms("{\"rule\": {\"rate\": \"" + rate + "\"}}");
  }

  /** Five percent over the year 2026, but for the changes. */
  private static Terms terms(String changes) {
    return TermsJson.decode(
        Json.createMergePatch(TermsJson.parse(changes))
            .apply(
                TermsJson.parse(
                    """
                    {
                      "name": {"id": "Rabat", "en": "Rebate"},
                      "currency": "USD", "zone": "Asia/Jakarta",
                      "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 0,
                      "payee": "BUYER", "scope": {"flows": ["SELL_IN"]},
                      "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
                      "rule": {"type": "flat", "pays": "NET", "rate": "5%"}
                    }
                    """))
            .asJsonObject(),
        "");
  }
}
