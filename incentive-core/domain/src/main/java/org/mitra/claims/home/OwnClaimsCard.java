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

/** A partner's claims: how many are in review, and how many wait for him. */
@ApplicationScoped
class OwnClaimsCard implements HomeCard {
  @Inject private Sql sql;

  private record Counts(long review, long own) {}

  @Override
  public Set<Role> roles() {
    return Role.PARTNER;
  }

  @Override
  public int place() {
    return 15;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    Counts counts =
        sql.row(
                row -> new Counts(row.number("review"), row.number("own")),
                "SELECT COALESCE(SUM(state IN ('SUBMITTED', 'HELD', 'ENDORSED')), 0) AS review,"
                    + " COALESCE(SUM(state IN ('DRAFT', 'RETURNED')), 0) AS own"
                    + " FROM claim WHERE partner_id = ?",
                actor.requirePartner().partnerId().getAsLong())
            .orElseThrow();
    Card card =
        Card.of("own-claims", Figure.count(counts.review()))
            .fact("own", counts.own())
            .link("claims");
    return Optional.of(counts.own() > 0 ? card.mood(Card.Mood.ATTENTION) : card.says("none"));
  }
}
