package org.mitra.funds.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/** Requests and claims for fund money that wait for the vendor, the oldest first. */
@ApplicationScoped
class FundWorkCard implements HomeCard {
  private static final int SHOWN = 4;

  @Inject private FundActivities activities;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  @Override
  public int place() {
    return 30;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    Slice<FundActivitySummary> waiting =
        activities.list(
            actor.scope(), new ListQuery(0, SHOWN, "changedAt", false, Map.of("waiting", "true")));
    Card card =
        Card.of("fund-work", Figure.count(waiting.total()))
            .rows(waiting.rows().stream().map(FundWorkCard::row).toList())
            .link("fund-activities");
    return Optional.of(
        waiting.total() == 0
            ? card.says("none").mood(Card.Mood.GOOD)
            : card.mood(Card.Mood.ATTENTION));
  }

  private static CardRow row(FundActivitySummary activity) {
    return CardRow.of(
            activity.title(),
            activity.title(),
            Map.of(
                "partner", activity.partnerName(),
                "state", activity.state().name(),
                "requested", activity.requested().toPlainString(),
                "currency", activity.currency()))
        .link("fund-activity?id=" + activity.uid());
  }
}
