package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.remittance.Payer;

/** What would be in the way of payouts that are not made yet. */
@ApplicationScoped
public class PayoutBlocks {
  @Inject private Sql sql;
  @Inject private Payer payer;
  @Inject private BusinessClock clock;

  private record Place(long partner, String currency) {}

  /** Row ids of the account in use and of the newest that is not rejected, and its state. */
  record Accounts(OptionalLong current, OptionalLong newest, String newestState) {
    static final Accounts NONE = new Accounts(OptionalLong.empty(), OptionalLong.empty(), "");
  }

  /** As things stand now, read once for many payouts. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Now now() {
    Set<Long> left = new HashSet<>();
    sql.each(row -> left.add(row.number("id")), "SELECT id FROM partner WHERE active = FALSE");
    Map<Place, Accounts> accounts = new HashMap<>();
    sql.each(
        row ->
            accounts.put(
                new Place(row.number("partner_id"), row.text("currency")),
                new Accounts(
                    row.optionalNumber("current_id"),
                    row.optionalNumber("newest_id"),
                    row.text("state"))),
        "SELECT a.partner_id, a.currency, a.current_id, a.newest_id, n.state FROM (SELECT"
            + " partner_id, currency, MAX(id) AS newest_id, MAX(CASE WHEN state = 'APPROVED'"
            + " AND usable_from <= ? THEN id END) AS current_id FROM bank_account"
            + " WHERE state IN ('PROPOSED', 'APPROVED') GROUP BY partner_id, currency) a"
            + " JOIN bank_account n ON n.id = a.newest_id",
        clock.now());
    return new Now(left, payer.accounts().keySet(), accounts);
  }

  /** One moment. */
  public static final class Now {
    private final Set<Long> left;
    private final Set<Currency> payable;
    private final Map<Place, Accounts> accounts;

    private Now(Set<Long> left, Set<Currency> payable, Map<Place, Accounts> accounts) {
      this.left = left;
      this.payable = payable;
      this.accounts = accounts;
    }

    /** What would be in the way of a transfer to the partner. */
    public Optional<PayoutBlock> of(long partnerId, Currency currency) {
      return block(
          !left.contains(partnerId),
          payable.contains(currency),
          accounts.getOrDefault(new Place(partnerId, currency.code()), Accounts.NONE),
          OptionalLong.empty());
    }
  }

  /**
   * What is in the way of a transfer.
   *
   * @param active whether the partner is
   * @param payable whether the house has an account in the currency
   * @param refused the account from which the bank sent the money back, if it did
   */
  static Optional<PayoutBlock> block(
      boolean active, boolean payable, Accounts accounts, OptionalLong refused) {
    if (!active) {
      return Optional.of(PayoutBlock.PARTNER_LEFT);
    }
    if (!payable) {
      return Optional.of(PayoutBlock.PAYER_ACCOUNT_MISSING);
    }
    if (accounts.current().isPresent() && !accounts.current().equals(refused)) {
      return Optional.empty();
    }
    if (accounts.newest().isEmpty()) {
      return Optional.of(PayoutBlock.ACCOUNT_MISSING);
    }
    if (accounts.newest().equals(accounts.current())) {
      return Optional.of(PayoutBlock.ACCOUNT_NOT_CORRECTED);
    }
    return Optional.of(
        accounts.newestState().equals("PROPOSED")
            ? PayoutBlock.ACCOUNT_UNVERIFIED
            : PayoutBlock.ACCOUNT_ON_HOLD);
  }
}
