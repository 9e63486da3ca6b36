package org.mitra.claims.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/** Claims that wait for a reviewer, and since when the oldest does. */
@ApplicationScoped
class ToReviewCard implements HomeCard {
  @Inject private Sql sql;

  /** How many claims are in a state, and since when the first of them is. */
  private record Waiting(long count, String since) {}

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  @Override
  public int place() {
    return 12;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    boolean first = actor.has(Role.CHANNEL_MANAGER);
    Waiting waiting =
        sql.row(
                row ->
                    new Waiting(
                        row.number("claims"),
                        row.instant("since") == null ? "" : row.instant("since").toString()),
                "SELECT COUNT(*) AS claims, MIN(state_since) AS since FROM claim WHERE state IN "
                    + (first ? "('SUBMITTED', 'HELD')" : "('ENDORSED')"))
            .orElseThrow();
    Card card =
        Card.of("to-review", Figure.count(waiting.count()))
            .fact("since", waiting.since())
            .link("claims");
    return Optional.of(
        waiting.count() == 0
            ? card.says("none").mood(Card.Mood.GOOD)
            : card.mood(Card.Mood.ATTENTION));
  }
}
