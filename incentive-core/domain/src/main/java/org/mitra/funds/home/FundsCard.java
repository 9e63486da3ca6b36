package org.mitra.funds.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** What a partner's funds have available, and what of it expires next. */
@ApplicationScoped
class FundsCard implements HomeCard {
  private static final int SHOWN = 4;

  @Inject private Funds funds;

  @Override
  public Set<Role> roles() {
    return Role.PARTNER;
  }

  @Override
  public int place() {
    return 30;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    String code = actor.requirePartner().code();
    List<FundSummary> own =
        funds
            .list(
                actor.scope(),
                new ListQuery(0, ListQuery.MOST, "nextExpiry", false, Map.of("partner", code)))
            .rows()
            .stream()
            .filter(fund -> fund.partnerCode().equals(code))
            .filter(fund -> fund.available().signum() > 0 && fund.nextExpiry() != null)
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<CardRow> rows = new ArrayList<>();
    for (FundSummary fund : own.subList(0, Math.min(SHOWN, own.size()))) {
      rows.add(
          CardRow.of(
                  fund.programNameId(),
                  fund.programNameEn(),
                  Map.of(
                      "expiring", fund.expiring().toPlainString(),
                      "currency", fund.currency(),
                      "day", fund.nextExpiry().toString()))
              .link("fund?id=" + fund.uid()));
    }
    return Optional.of(Card.of("funds").with(available(own)).rows(rows).link("funds"));
  }

  /** One figure for each currency: amounts in different currencies are never added. */
  private static List<Figure> available(List<FundSummary> own) {
    return own.stream()
        .map(FundSummary::currency)
        .distinct()
        .sorted()
        .map(
            code -> {
              Currency currency = Currency.of(code);
              return own.stream()
                  .filter(fund -> fund.currency().equals(code))
                  .map(fund -> new Money(fund.available(), currency))
                  .reduce(Money.zero(currency), Money::plus);
            })
        .map(Figure::money)
        .toList();
  }
}
