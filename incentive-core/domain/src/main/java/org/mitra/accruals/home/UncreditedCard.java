package org.mitra.accruals.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/** Sales of the month that no program credited, by reason, as the last run found them. */
@ApplicationScoped
class UncreditedCard implements HomeCard {
  private static final int SHOWN = 4;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  @Override
  public int place() {
    return 40;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    LocalDate month = clock.today().withDayOfMonth(1);
    long[] lines = {0, 0};
    List<CardRow> rows = new ArrayList<>();
    sql.each(
        row -> {
          long count = row.number("line_count");
          lines[0] += count;
          if (!row.flag("credited")) {
            lines[1] += count;
            rows.add(
                CardRow.of(
                    Map.of(
                        "reason", row.text("reason"),
                        "lines", Long.toString(count),
                        "net", row.decimal("net").toPlainString(),
                        "currency", row.text("currency"))));
          }
        },
        "SELECT credited, reason, currency, SUM(line_count) AS line_count, SUM(net) AS net"
            + " FROM credit_total WHERE month = ? GROUP BY credited, reason, currency"
            + " ORDER BY line_count DESC",
        month);
    if (lines[0] == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Card.of("uncredited", Figure.count(lines[1]))
            .fact("all", lines[0])
            .fact("month", month)
            .rows(rows.stream().limit(SHOWN).toList())
            .link("runs"));
  }
}
