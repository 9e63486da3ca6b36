package org.mitra.engine;

import java.math.BigDecimal;
import org.mitra.money.Decimals;

/**
 * An advance against what a payee will earn, paid in each period in which he takes part.
 *
 * @param amount per period, in the program's currency, above zero
 * @param recoverable whether what was advanced and not earned is kept back from later earnings
 */
public record Draw(BigDecimal amount, boolean recoverable) {
  public Draw {
    new Check().positive("amount", amount).done();
    amount = Decimals.normal(amount);
  }
}
