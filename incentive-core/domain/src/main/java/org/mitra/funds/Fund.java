package org.mitra.funds;

import java.util.UUID;
import org.mitra.ledger.Entry.Place;
import org.mitra.money.Currency;

/**
 * A partner's money in a program, while its row is locked.
 *
 * @param id row id
 * @param program code
 * @param partner code
 */
record Fund(
    long id,
    UUID uid,
    long programId,
    String program,
    long partnerId,
    String partner,
    Currency currency) {

  /** What it costs the house. */
  Place expense() {
    return new Place("fund-expense", "", program);
  }

  /** What the partner may still ask for. */
  Place available() {
    return new Place("fund-available", partner, program);
  }

  /** What is promised to his activities. */
  Place committed() {
    return new Place("fund-committed", partner, program);
  }
}
