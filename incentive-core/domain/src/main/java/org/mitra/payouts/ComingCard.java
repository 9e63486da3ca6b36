package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** Money on its way to a partner: approved, and in no payout that has left. */
@ApplicationScoped
class ComingCard implements HomeCard {
  @Inject private Sql sql;

  @Override
  public Set<Role> roles() {
    return Role.PARTNER;
  }

  @Override
  public int place() {
    return 20;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<Figure> amounts = new ArrayList<>();
    long[] count = {0};
    sql.each(
        row -> {
          amounts.add(
              Figure.money(new Money(row.decimal("amount"), Currency.of(row.text("currency")))));
          count[0] += row.number("approvals");
        },
        "SELECT a.currency, COUNT(*) AS approvals, SUM(a.amount) AS amount FROM payable a"
            + " LEFT JOIN payout o ON o.id = a.payout_id WHERE a.partner_id = ?"
            + " AND (o.id IS NULL OR o.state NOT IN "
            + PayoutList.GONE
            + ") GROUP BY a.currency ORDER BY a.currency",
        actor.requirePartner().partnerId().getAsLong());
    Card card = Card.of("coming").with(amounts).fact("count", count[0]).link("statements");
    return Optional.of(amounts.isEmpty() ? card.says("none") : card.mood(Card.Mood.GOOD));
  }
}
