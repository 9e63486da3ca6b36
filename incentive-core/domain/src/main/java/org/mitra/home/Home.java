package org.mitra.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.access.Actor;

/** The cards of somebody's home page. */
@ApplicationScoped
public class Home {
  private static final Logger LOG = Logger.getLogger(Home.class.getName());

  @Inject @Any private Instance<HomeCard> all;

  /** What each feature has to say to him, in order. */
  public List<Card> cards(Actor actor) {
    List<HomeCard> his = new ArrayList<>();
    for (HomeCard card : all) {
      if (actor.roles().stream().anyMatch(card.roles()::contains)) {
        his.add(card);
      }
    }
    his.sort(Comparator.comparingInt(HomeCard::place));
    List<Card> cards = new ArrayList<>();
    for (HomeCard card : his) {
      try {
        card.card(actor).ifPresent(cards::add);
      } catch (RuntimeException e) {
        // One feature in trouble must not close the front door to all others.
        LOG.log(Level.SEVERE, "a card of the home page cannot be shown", e);
      }
    }
    return cards;
  }
}
