package org.mitra.ledger;

import org.mitra.money.Money;

/**
 * What stands on an account for a subject, over all parties.
 *
 * @param balance debit less credit
 */
public record SubjectBalance(String subject, String account, Money balance) {}
