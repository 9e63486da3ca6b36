package org.mitra.accruals.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.accruals.Books;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;
import org.mitra.ledger.Balance;
import org.mitra.ledger.Ledger;
import org.mitra.money.Money;

/** Whether the books balance, and how much is accrued, approved and paid. */
@ApplicationScoped
class BooksCard implements HomeCard {
  private static final List<String> SHOWN = List.of(Books.ACCRUED, "incentives-payable", "cash");

  @Inject private Ledger ledger;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.FINANCE, Role.AUDITOR);
  }

  @Override
  public int place() {
    return 20;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<Balance> balances = ledger.trialBalance(actor);
    Map<String, Money> sums = new TreeMap<>();
    balances.forEach(b -> sums.merge(b.balance().currency().code(), b.balance(), Money::plus));
    boolean balanced = sums.values().stream().allMatch(Money::isZero);
    List<CardRow> rows = new ArrayList<>();
    for (String account : SHOWN) {
      balances.stream()
          .filter(balance -> balance.account().equals(account))
          .map(BooksCard::row)
          .forEach(rows::add);
    }
    Card card =
        Card.of("books", Figure.word(balanced ? "balanced" : "unbalanced"))
            .mood(balanced ? Card.Mood.GOOD : Card.Mood.BAD)
            .rows(rows)
            .link("ledger");
    if (balances.isEmpty()) {
      return Optional.of(card.says("empty"));
    }
    return Optional.of(balanced ? card : card.says("wrong"));
  }

  /** Liabilities and what left the bank stand as credits: people say them without a sign. */
  private static CardRow row(Balance balance) {
    return CardRow.of(
        Map.of(
            "account", balance.account(),
            "amount", balance.balance().negated().amount().toPlainString(),
            "currency", balance.balance().currency().code()));
  }
}
