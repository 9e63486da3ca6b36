package org.mitra.remittance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * What a file tells the bank.
 *
 * @param id unique for ever, 35 characters at most
 * @param madeAt with the offset of the house
 * @param executeOn the day on which the bank pays
 * @param payer name of the house
 * @param account of the house
 * @param transfers at least one, all in the account's currency
 */
record Instruction(
    String id,
    OffsetDateTime madeAt,
    LocalDate executeOn,
    String payer,
    Payer.Account account,
    List<Transfer> transfers) {

  Currency currency() {
    return account.currency();
  }

  Money total() {
    return transfers.stream().map(Transfer::amount).reduce(Money.zero(currency()), Money::plus);
  }
}
