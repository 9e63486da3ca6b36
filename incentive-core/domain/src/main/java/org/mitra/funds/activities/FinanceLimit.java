package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * Amounts that only finance may promise or pay: those above the limit of their currency, and all of
 * a currency without one.
 */
@ApplicationScoped
class FinanceLimit {
  @Inject
  @ConfigProperty(
      name = "mitra.funds.finance-above",
      defaultValue = "IDR 100000000,USD 7000,EUR 6500")
  private List<String> limits;

  /**
   * @throws Problem 403 when the amount needs finance and he is not
   */
  void check(Actor actor, Money amount) {
    Optional<Money> limit = of(amount.currency());
    boolean small = limit.isPresent() && amount.compareTo(limit.get()) <= 0;
    if (!small && !actor.has(Role.FINANCE)) {
      throw Problem.forbidden("fund.needs-finance")
          .with("limit", limit.map(money -> money.amount().toPlainString()).orElse("0"))
          .with("currency", amount.currency().code());
    }
  }

  private Optional<Money> of(Currency currency) {
    return limits.stream()
        .map(String::strip)
        .filter(limit -> limit.startsWith(currency.code() + " "))
        .map(limit -> Money.of(limit.substring(4).strip(), currency))
        .findFirst();
  }
}
