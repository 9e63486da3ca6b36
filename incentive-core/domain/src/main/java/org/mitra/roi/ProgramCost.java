package org.mitra.roi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * What a program costs in one currency: incentives, and what people typed in by kind.
 *
 * @param other an amount for each kind
 */
record ProgramCost(Incentives incentives, Map<CostKind, Money> other) {

  ProgramCost {
    Map<CostKind, Money> complete = new EnumMap<>(CostKind.class);
    Currency currency = incentives.total().currency();
    for (CostKind kind : CostKind.values()) {
      complete.put(kind, other.getOrDefault(kind, Money.zero(currency)));
    }
    other = Collections.unmodifiableMap(complete);
  }

  static ProgramCost none(Currency currency) {
    return new ProgramCost(Incentives.none(currency), Map.of());
  }

  Money of(CostKind kind) {
    return other.get(kind);
  }

  Money total() {
    return other.values().stream().reduce(incentives.total(), Money::plus);
  }

  ProgramCost plus(ProgramCost more) {
    Map<CostKind, Money> sums = new EnumMap<>(CostKind.class);
    other.forEach((kind, amount) -> sums.put(kind, amount.plus(more.of(kind))));
    return new ProgramCost(incentives.plus(more.incentives), sums);
  }
}
