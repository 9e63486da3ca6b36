package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
public record Attach(Set<String> groups, BigDecimal amount) implements EarningRule {
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
    List<Derivation> invoices = new ArrayList<>();
    Grouping.DOCUMENTS
        .groups(inOrder)
        .values()
        .forEach(
            places -> {
              List<Credit> lines =
                  places.stream()
                      .map(inOrder::get)
                      .filter(credit -> groups.contains(credit.line().item().group()))
                      .toList();
              if (holdsAll(lines)) {
                invoices.add(invoice(lines));
              }
            });
    Map<String, String> facts =
        Facts.of(
            "groups", String.join(", ", new TreeSet<>(groups)),
            "invoices", invoices.size(),
            "amount", Decimals.plain(amount));
    return new Earning(Derivation.sumOf("attach", facts, invoices));
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

  /** The bonus stands on the first of the lines, in part where the credit is shared. */
  private Derivation invoice(List<Credit> lines) {
    Exact bonus = Exact.of(amount).times(Lines.shareOf(lines));
    Credit first = Lines.firstSold(lines);
    return Derivation.sumOf(
        "attached",
        Facts.of("document", first.line().document()),
        lines.stream()
            .map(
                it ->
                    Lines.leaf(
                        it, it.paying(), it.line().id() == first.line().id() ? bonus : Exact.ZERO))
            .toList());
  }
}
