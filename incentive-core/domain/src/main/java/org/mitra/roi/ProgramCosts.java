package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.accruals.Books;
import org.mitra.data.Sql;
import org.mitra.ledger.Ledger;
import org.mitra.ledger.SubjectBalance;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** What programs cost: from the books, from live accruals, and what was typed in. */
@ApplicationScoped
class ProgramCosts {
  private static final String FUND_GIVEN = "fund-expense";
  private static final String FUND_FREE = "fund-available";
  private static final String FUND_COMMITTED = "fund-committed";
  private static final List<String> ACCOUNTS =
      List.of(Books.EXPENSE, Books.ACCRUED, FUND_GIVEN, FUND_FREE, FUND_COMMITTED);

  @Inject private Sql sql;
  @Inject private Ledger ledger;

  private static final class Sums {
    private final Map<String, Money> accounts = new HashMap<>();
    private final Map<CostKind, Money> typedIn = new EnumMap<>(CostKind.class);
    private Money unposted;
    private final Money zero;

    Sums(Currency currency) {
      zero = Money.zero(currency);
      unposted = zero;
    }

    private Money account(String name) {
      return accounts.getOrDefault(name, zero);
    }

    /** Liabilities stand in the books as credits, that is negative. */
    private Money owed(String name) {
      return account(name).negated();
    }

    ProgramCost cost() {
      Money accrued = owed(Books.ACCRUED);
      Money committed = owed(FUND_COMMITTED);
      Incentives incentives =
          new Incentives(
              account(Books.EXPENSE).minus(accrued),
              accrued,
              unposted,
              account(FUND_GIVEN).minus(owed(FUND_FREE)).minus(committed),
              committed);
      return new ProgramCost(incentives, typedIn);
    }
  }

  /**
   * Costs by program and currency.
   *
   * @param program code of the one wanted; empty for all
   */
  Map<SalesStore.Key, ProgramCost> of(String program) {
    Map<SalesStore.Key, Sums> sums = new HashMap<>();
    for (SubjectBalance balance : ledger.bySubject(ACCOUNTS, program)) {
      sums(sums, balance.subject(), balance.balance().currency())
          .accounts
          .put(balance.account(), balance.balance());
    }
    sql.each(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          sums(sums, row.text("code"), currency).unposted =
              new Money(row.decimal("unposted"), currency);
        },
        "SELECT p.code, a.currency, SUM(a.entitled - a.posted) AS unposted FROM accrual a"
            + " JOIN program p ON p.id = a.program_id WHERE ? = '' OR p.code = ?"
            + " GROUP BY p.code, a.currency",
        program,
        program);
    sql.each(
        row -> {
          Currency currency = Currency.of(row.text("currency"));
          sums(sums, row.text("code"), currency)
              .typedIn
              .put(
                  row.constant("kind", CostKind.class), new Money(row.decimal("amount"), currency));
        },
        "SELECT p.code, c.currency, c.kind, SUM(c.amount) AS amount FROM program_cost c"
            + " JOIN program p ON p.id = c.program_id"
            + " WHERE c.withdrawn_at IS NULL AND (? = '' OR p.code = ?)"
            + " GROUP BY p.code, c.currency, c.kind",
        program,
        program);
    Map<SalesStore.Key, ProgramCost> costs = new HashMap<>();
    sums.forEach((key, sum) -> costs.put(key, sum.cost()));
    return costs;
  }

  private static Sums sums(Map<SalesStore.Key, Sums> sums, String program, Currency currency) {
    return sums.computeIfAbsent(new SalesStore.Key(program, currency), key -> new Sums(currency));
  }
}
