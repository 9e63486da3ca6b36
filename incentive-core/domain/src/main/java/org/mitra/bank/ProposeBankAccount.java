package org.mitra.bank;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * Asks to be paid to an account.
 *
 * @param currency of the payouts that go there, ISO 4217
 * @param bic the bank's SWIFT code, 8 or 11 characters
 * @param bankName as people know the bank
 * @param number IBAN, or the bank's own number of 5 to 34 letters and digits; blanks, dots and
 *     hyphens are dropped
 * @param holder as the bank has it
 */
public record ProposeBankAccount(
    String currency, String bic, String bankName, String number, String holder) {
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
  private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{5,34}");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]");

  public ProposeBankAccount {
    if (Currency.find(currency).isEmpty()) {
      throw Problem.invalid("field.currency").with("value", currency).at("/currency");
    }
    bic = Fields.text(bic, 11, "bic").toUpperCase(Locale.ROOT);
    if (!BIC.matcher(bic).matches()) {
      throw Problem.invalid("bank-account.bic").at("/bic");
    }
    bankName = Fields.text(bankName, 100, "bankName");
    number = SEPARATORS.matcher(Fields.text(number, 60, "number")).replaceAll("");
    number = number.toUpperCase(Locale.ROOT);
    if (!NUMBER.matcher(number).matches()) {
      throw Problem.invalid("bank-account.number").at("/number");
    }
    if (isIban(number) && !checksOut(number)) {
      throw Problem.invalid("bank-account.iban").at("/number");
    }
    holder = Fields.text(holder, 70, "holder");
  }

  /** Whether the number has the form of an IBAN; local numbers never begin with two letters. */
  public static boolean isIban(String number) {
    return IBAN.matcher(number).matches();
  }

  /** ISO 13616: moved round and read as a number, an IBAN is one more than a multiple of 97. */
  private static boolean checksOut(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
  }

  /** Never shows the number: commands end up in logs and messages of exceptions. */
  @Override
  public String toString() {
    return "ProposeBankAccount[" + currency + " " + bic + " " + BankAccounts.masked(number) + "]";
  }
}
