package org.mitra.accruals.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** A partner's first question: what have I earned, and what is missing to the next tier? */
@ApplicationScoped
class EarningsCard implements HomeCard {
  private static final int SHOWN = 5;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  private record Earned(Money amount, CardRow row) {}

  @Override
  public Set<Role> roles() {
    return Role.PARTNER;
  }

  @Override
  public int place() {
    return 10;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    LocalDate today = clock.today();
    List<Earned> earned =
        sql.rows(
            EarningsCard::earned,
            "SELECT a.*, v.name_id, v.name_en FROM accrual a JOIN program_version v"
                + " ON v.program_id = a.program_id AND v.number ="
                + " (SELECT MAX(n.number) FROM program_version n"
                + " WHERE n.program_id = a.program_id AND n.state = 'PUBLISHED')"
                + " WHERE a.settles = 'PAYOUT' AND a.partner_id = ? AND a.period_start <= ? AND a.period_end > ?"
                + " ORDER BY a.entitled DESC, a.id",
            actor.requirePartner().partnerId().getAsLong(),
            today,
            today);
    Map<String, Money> sums = new TreeMap<>();
    earned.forEach(e -> sums.merge(e.amount().currency().code(), e.amount(), Money::plus));
    Card card =
        Card.of("earnings")
            .with(sums.values().stream().map(Figure::money).toList())
            .fact("programs", earned.size())
            .rows(earned.stream().limit(SHOWN).map(Earned::row).toList())
            .link("earnings");
    return Optional.of(earned.isEmpty() ? card.says("none") : card);
  }

  private static Earned earned(Sql.Row row) throws SQLException {
    Currency currency = Currency.of(row.text("currency"));
    Money amount = new Money(row.decimal("entitled"), currency);
    BigDecimal threshold = row.decimal("next_threshold");
    Map<String, String> facts = new HashMap<>();
    facts.put("earned", amount.amount().toPlainString());
    facts.put("currency", currency.code());
    CardRow line =
        CardRow.of(row.text("name_id"), row.text("name_en"), facts)
            .link("accrual?id=" + row.uuid("uid"));
    if (threshold == null) {
      return new Earned(amount, line.says("row-top"));
    }
    facts.put("missing", row.decimal("next_missing").toPlainString());
    facts.put("measure", row.text("next_measure"));
    facts.put("offer", row.text("next_offer"));
    BigDecimal then = row.decimal("next_earned");
    if (then != null) {
      facts.put("then", then.toPlainString());
    }
    line =
        CardRow.of(line.nameId(), line.nameEn(), facts)
            .link(line.link())
            .bar(row.decimal("qualifying"), threshold);
    return new Earned(amount, then == null ? line.says("row-offer") : line);
  }
}
