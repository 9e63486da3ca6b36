package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * An amount for the first sale ever to a customer, to the partner who made it. The sale is a whole
 * document: when all of it comes back, there was none.
 *
 * @param amount for one customer, in the program's currency, above zero
 */
public record NewCustomer(BigDecimal amount) implements EarningRule {
  public NewCustomer {
    new Check().positive("amount", amount).done();
    amount = Decimals.normal(amount);
  }

  @Override
  public String type() {
    return "newCustomer";
  }

  @Override
  public Measure qualifies() {
    return Measure.UNITS;
  }

  @Override
  public Measure pays() {
    return Measure.UNITS;
  }

  @Override
  public boolean needsLines() {
    return true;
  }

  @Override
  public boolean needsWholeSales() {
    return true;
  }

  @Override
  public Earning earn(Measured measured) {
    List<Credit> inOrder = measured.credits();
    List<Derivation> customers = new ArrayList<>();
    Grouping.DOCUMENTS
        .groups(inOrder)
        .values()
        .forEach(
            places -> {
              List<Credit> lines = places.stream().map(inOrder::get).toList();
              if (lines.stream().anyMatch(NewCustomer::isFirst) && Lines.kept(lines)) {
                customers.add(customer(lines));
              }
            });
    Map<String, String> facts =
        Facts.of("customers", customers.size(), "amount", Decimals.plain(amount));
    return new Earning(Derivation.sumOf("new-customers", facts, customers));
  }

  private static boolean isFirst(Credit credit) {
    return credit.line().customer().firstSale() == credit.line().id();
  }

  private Derivation customer(List<Credit> lines) {
    Exact bonus = Exact.of(amount).times(Lines.shareOf(lines));
    Credit first = lines.stream().filter(NewCustomer::isFirst).findFirst().orElseThrow();
    return Derivation.sumOf(
        "new-customer",
        Facts.of("customer", first.line().customer().code()),
        lines.stream()
            .map(
                it ->
                    Lines.leaf(
                        it, it.paying(), it.line().id() == first.line().id() ? bonus : Exact.ZERO))
            .toList());
  }
}
