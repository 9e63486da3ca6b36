package org.mitra.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.Home;

/** What each feature has to say to whoever just came in. */
@Named
@RequestScoped
public class HomePage {
  @Inject private Home home;
  @Inject private Visitor visitor;
  @Inject private Menu menu;
  @Inject private TextsBean texts;

  private List<Card> cards;

  @PostConstruct
  void open() {
    cards = home.cards(visitor.actor());
  }

  public List<Card> getCards() {
    return cards;
  }

  public String title(Card card) {
    return texts.get("card." + card.key());
  }

  public String sentence(Card card) {
    return texts.sentence("card." + card.key() + "." + card.sentence(), card.facts());
  }

  public String go(Card card) {
    return texts.get("card." + card.key() + ".go");
  }

  public String figure(Card card, Figure figure) {
    return switch (figure.kind()) {
      case COUNT -> texts.number(figure.value());
      case MONEY -> texts.money(new BigDecimal(figure.value()), figure.currency());
      case PERCENT -> texts.number(figure.value()) + "%";
      case WORD -> texts.get("card." + card.key() + "." + figure.value());
    };
  }

  public String row(Card card, CardRow row) {
    return texts.sentence("card." + card.key() + "." + row.text(), row.facts());
  }

  public String name(CardRow row) {
    return row.name(visitor.getLanguage());
  }

  /** Whether the link leads somewhere that he may open. */
  public boolean leads(String link) {
    int query = link.indexOf('?');
    return !link.isEmpty() && menu.allows("/" + (query < 0 ? link : link.substring(0, query)));
  }
}
