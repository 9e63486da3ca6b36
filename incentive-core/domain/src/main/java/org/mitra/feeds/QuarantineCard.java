package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/** Rows that wait in quarantine, by reason. */
@ApplicationScoped
class QuarantineCard implements HomeCard {
  private static final int SHOWN = 3;

  @Inject private Quarantine quarantine;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  @Override
  public int place() {
    return 35;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<Preview.Reason> reasons = quarantine.reasons(actor);
    long rows = reasons.stream().mapToLong(Preview.Reason::rows).sum();
    Card card = Card.of("quarantine", Figure.count(rows)).link("quarantine");
    if (rows == 0) {
      return Optional.of(card.says("none").mood(Card.Mood.GOOD));
    }
    return Optional.of(
        card.mood(Card.Mood.ATTENTION)
            .rows(
                reasons.stream()
                    .limit(SHOWN)
                    .map(
                        reason ->
                            CardRow.of(
                                Map.of(
                                    "reason", reason.code(), "rows", Long.toString(reason.rows()))))
                    .toList()));
  }
}
