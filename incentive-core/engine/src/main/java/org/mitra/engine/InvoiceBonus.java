package org.mitra.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitra.money.Exact;

/**
 * A bonus for whole invoices: what one earns depends on all of its lines, and on what came back.
 */
sealed interface InvoiceBonus extends EarningRule permits Attach, NewCustomer {

  @Override
  default Measure qualifies() {
    return Measure.UNITS;
  }

  @Override
  default Measure pays() {
    return Measure.UNITS;
  }

  @Override
  default boolean needsLines() {
    return true;
  }

  @Override
  default boolean needsWholeSales() {
    return true;
  }

  /** The bonus of each invoice that earns one. */
  static List<Derivation> each(
      Measured measured, Function<List<Credit>, Optional<Derivation>> bonus) {
    List<Credit> inOrder = measured.credits();
    List<Derivation> bonuses = new ArrayList<>();
    for (List<Integer> places : Grouping.DOCUMENTS.groups(inOrder).values()) {
      bonus.apply(places.stream().map(inOrder::get).toList()).ifPresent(bonuses::add);
    }
    return bonuses;
  }

  /** Lines of an invoice, one of which stands for the bonus, in part where the credit is shared. */
  static List<Derivation> on(Credit standing, List<Credit> lines, Exact amount) {
    Exact bonus = amount.times(Lines.shareOf(lines));
    return lines.stream()
        .map(
            it ->
                Lines.leaf(
                    it, it.paying(), it.line().id() == standing.line().id() ? bonus : Exact.ZERO))
        .toList();
  }
}
