package org.mitra.accruals.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** What finance has to settle: periods that are over and not closed. */
@ApplicationScoped
class ToSettleCard implements HomeCard {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.FINANCE);
  }

  @Override
  public int place() {
    return 10;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<Figure> amounts = new ArrayList<>();
    long[] counts = {0, 0};
    sql.each(
        row -> {
          amounts.add(
              Figure.money(new Money(row.decimal("entitled"), Currency.of(row.text("currency")))));
          counts[0] += row.number("periods");
          counts[1] += row.number("partners");
        },
        "SELECT a.currency, COUNT(DISTINCT a.program_id, a.period_start) AS periods,"
            + " COUNT(DISTINCT a.partner_id) AS partners, SUM(a.entitled) AS entitled"
            + " FROM accrual a LEFT JOIN closed_period c"
            + " ON c.program_id = a.program_id AND c.period_start = a.period_start"
            + " WHERE a.period_end <= ? AND c.program_id IS NULL AND a.entitled <> 0"
            + " AND a.settles = 'PAYOUT'"
            + " GROUP BY a.currency ORDER BY a.currency",
        clock.today());
    Card card =
        Card.of("to-settle")
            .with(amounts)
            .fact("periods", counts[0])
            .fact("partners", counts[1])
            .link("settlements");
    return Optional.of(
        amounts.isEmpty()
            ? card.with(List.of(Figure.count(0))).says("none").mood(Card.Mood.GOOD)
            : card.mood(Card.Mood.ATTENTION));
  }
}
