package org.mitra.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.mitra.engine.FundRule;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Shares;
import org.mitra.programs.terms.TermsJson;
import org.mitra.time.Period;

/** Every example in {@code docs/rules} comes out, to the last cell. */
class RuleExamplesTest {

  @TestFactory
  Stream<DynamicNode> pages() {
    return RulePage.all().stream()
        .map(
            page ->
                dynamicContainer(
                    page.name(), page.examples().stream().flatMap(RuleExamplesTest::tests)));
  }

  private static Stream<DynamicTest> tests(RulePage.Example example) {
    RulePage.Table table = example.table();
    if (table.has("reimbursed")) {
      return Stream.of(test(example, "reimbursements", () -> reimbursements(example)));
    }
    if (table.has("first day") && table.has("last day")) {
      return Stream.of(test(example, "periods", () -> periods(example)));
    }
    if (table.has("amount") && table.has("parts")) {
      return Stream.of(test(example, "splits", () -> splits(table)));
    }
    return table.tellsResults() ? sales(example) : Stream.empty();
  }

  private static Stream<DynamicTest> sales(RulePage.Example example) {
    SalesExampleRun run = new SalesExampleRun(SalesExample.of(example));
    return Stream.of(
        test(example, "line by line, computed anew", run::lineByLine),
        test(example, "as they come", run::asTheyCome),
        test(example, "all at once", run::allAtOnce),
        test(example, "shuffled and in parts", run::shuffled));
  }

  private static DynamicTest test(RulePage.Example example, String how, Executable executable) {
    String name = example.title() + ": " + how;
    return dynamicTest(
        name,
        () -> {
          try {
            executable.execute();
          } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
          }
        });
  }

  /** The only program's first terms. */
  private static Terms terms(RulePage.Example example) {
    var versions = example.programs().values().iterator().next();
    JsonObject document = versions.get(versions.firstKey());
    return TermsJson.decode(document, "");
  }

  private static void reimbursements(RulePage.Example example) {
    Terms terms = terms(example);
    FundRule fund = (FundRule) terms.rule();
    Currency currency = terms.currency().orElseThrow();
    for (Map<String, String> row : example.table().rows()) {
      Money approved = money(row.get("approved left"), currency);
      Money cost = money(row.get("eligible cost"), currency);
      assertThat(fund.reimburse(approved, cost).amount())
          .as(row.toString())
          .isEqualTo(money(row.get("reimbursed"), currency));
    }
  }

  private static void periods(RulePage.Example example) {
    Terms terms = terms(example);
    for (Map<String, String> row : example.table().rows()) {
      Period period =
          terms.periodOf(terms.schedule().period(Integer.parseInt(row.get("period")) - 1).start());
      assertThat(period.start()).as(row.toString()).isEqualTo(row.get("first day"));
      assertThat(period.lastDay()).as(row.toString()).isEqualTo(row.get("last day"));
    }
  }

  private static void splits(RulePage.Table table) {
    for (Map<String, String> row : table.rows()) {
      Currency currency = Currency.of(row.get("currency"));
      Money total = money(row.get("amount"), currency);
      List<Exact> weights =
          Stream.of(row.get("weights").split(" : ")).map(w -> Exact.of(w.strip())).toList();
      List<BigDecimal> parts =
          Stream.of(row.get("parts").split(" \\+ "))
              .map(part -> money(part, currency).amount())
              .toList();
      assertThat(Shares.byWeight(total, weights))
          .as(row.toString())
          .extracting(Money::amount)
          .containsExactlyElementsOf(parts);
    }
  }

  private static Money money(String cell, Currency currency) {
    return new Money(SalesExample.number(cell), currency);
  }
}
