package org.mitra.ledger;

import org.mitra.money.Money;

/**
 * What stands on an account.
 *
 * @param account name of the account
 * @param party whose; empty when asked for the account as a whole
 * @param debit sum of the debits
 * @param credit sum of the credits, positive
 * @param balance debit less credit
 */
public record Balance(String account, String party, Money debit, Money credit, Money balance) {}
