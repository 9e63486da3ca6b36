package org.mitra.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.money.Currency;

/**
 * The house's own name and accounts, from its configuration: {@code mitra.payer.name}, and {@code
 * mitra.payer.accounts} as {@code IDR:CENAIDJA:0123456789}, one for each currency, with commas
 * between them.
 */
@ApplicationScoped
public class Payer {
  @Inject
  @ConfigProperty(name = "mitra.payer.name")
  private Optional<String> name;

  @Inject
  @ConfigProperty(name = "mitra.payer.accounts")
  private Optional<String> accounts;

  /** An account of the house. */
  public record Account(Currency currency, String bic, String number) {}

  public String name() {
    return name.map(String::strip).orElse("");
  }

  /** Accounts by currency; none for a currency in which the house cannot pay. */
  public Map<Currency, Account> accounts() {
    return accounts.stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .filter(text -> !text.isBlank())
        .map(Payer::account)
        .collect(Collectors.toMap(Account::currency, account -> account));
  }

  private static Account account(String text) {
    String[] parts = text.strip().split(":");
    if (parts.length != 3) {
      throw new IllegalStateException(
          "mitra.payer.accounts: a currency, a BIC and a number with colons between them");
    }
    return new Account(Currency.of(parts[0].strip()), parts[1].strip(), parts[2].strip());
  }
}
