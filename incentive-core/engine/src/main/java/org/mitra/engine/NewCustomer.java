package org.mitra.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * An amount for the first sale ever to a customer, to the partner who made it. The sale is a whole
 * document: when all of it comes back, there was none.
 *
 * @param amount for one customer, in the program's currency, above zero
 */
public record NewCustomer(BigDecimal amount) implements InvoiceBonus {
  public NewCustomer {
    new Check().positive("amount", amount).done();
    amount = Decimals.normal(amount);
  }

  @Override
  public String type() {
    return "newCustomer";
  }

  @Override
  public Earning earn(Measured measured) {
    List<Derivation> customers = InvoiceBonus.each(measured, this::customer);
    Map<String, String> facts =
        Facts.of("customers", customers.size(), "amount", Decimals.plain(amount));
    return new Earning(Derivation.sumOf("new-customers", facts, customers));
  }

  private static boolean isFirst(Credit credit) {
    return credit.line().customer().firstSale() == credit.line().id();
  }

  /** The bonus of an invoice with a customer's first sale, as long as something of it was kept. */
  private Optional<Derivation> customer(List<Credit> invoice) {
    return invoice.stream()
        .filter(NewCustomer::isFirst)
        .filter(first -> Lines.kept(invoice))
        .findFirst()
        .map(
            first ->
                Derivation.sumOf(
                    "new-customer",
                    Facts.of("customer", first.line().customer().code()),
                    InvoiceBonus.on(first, invoice, Exact.of(amount))));
  }
}
