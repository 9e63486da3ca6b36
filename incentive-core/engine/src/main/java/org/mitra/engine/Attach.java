package org.mitra.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * An amount for each invoice that holds products of several groups, after returns.
 *
 * @param groups product groups all of which an invoice has to hold, 2 to {@link #MOST}
 * @param amount for one invoice, in the program's currency, above zero
 */
public record Attach(Set<String> groups, BigDecimal amount) implements InvoiceBonus {
  /** No invoice has to hold more groups than this. */
  public static final int MOST = 10;

  public Attach {
    groups = Set.copyOf(groups);
    Check check = new Check().positive("amount", amount);
    boolean several = groups.size() >= 2 && groups.size() <= MOST;
    check.that(several, "groups", "groups-out-of-range", "least", 2, "most", MOST).done();
    amount = Decimals.normal(amount);
  }

  @Override
  public String type() {
    return "attach";
  }

  @Override
  public Earning earn(Measured measured) {
    List<Derivation> invoices = InvoiceBonus.each(measured, this::invoice);
    Map<String, String> facts =
        Facts.of(
            "groups", String.join(", ", new TreeSet<>(groups)),
            "invoices", invoices.size(),
            "amount", Decimals.plain(amount));
    return new Earning(Derivation.sumOf("attach", facts, invoices));
  }

  /** The bonus of an invoice that holds all groups; it stands on the first line that sold one. */
  private Optional<Derivation> invoice(List<Credit> invoice) {
    List<Credit> lines =
        invoice.stream().filter(credit -> groups.contains(credit.line().item().group())).toList();
    if (!holdsAll(lines)) {
      return Optional.empty();
    }
    Credit first = Lines.firstSold(lines);
    return Optional.of(
        Derivation.sumOf(
            "attached",
            Facts.of("document", first.line().document()),
            InvoiceBonus.on(first, lines, Exact.of(amount))));
  }

  private boolean holdsAll(List<Credit> lines) {
    return groups.stream()
        .allMatch(
            group ->
                lines.stream()
                        .filter(credit -> credit.line().item().group().equals(group))
                        .map(credit -> credit.line().quantity())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                    > 0);
  }
}
