package org.mitra.payouts;

import java.util.List;
import java.util.OptionalLong;
import org.mitra.data.Sha256;

/**
 * What a second person sees when he releases a settlement.
 *
 * @param digest of all payouts that wait, with their amounts, accounts and what blocks them: the
 *     same as long as nothing changed
 * @param totals by currency; nothing is added over currencies
 * @param ready payouts that can be released
 */
public record ReleaseView(Sha256 digest, List<CurrencyTotal> totals, List<Ready> ready) {

  /**
   * A payout that can be released.
   *
   * @param id row id
   * @param account row id of the account; empty when nothing is transferred
   */
  public record Ready(long id, OptionalLong account) {}
}
