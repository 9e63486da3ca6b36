package org.mitra.accruals.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.mitra.programs.Programs;

/** A manager's first question: which programs run, and do they take? */
@ApplicationScoped
class ProgramsCard implements HomeCard {
  private static final int SHOWN = 6;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER);
  }

  @Override
  public int place() {
    return 10;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    LocalDate today = clock.today();
    long running =
        programs.compiled().stream()
            .filter(program -> program.term().contains(clock.today(program.zone())))
            .count();
    List<CardRow> rows =
        sql.rows(
            ProgramsCard::row,
            "SELECT p.code, v.name_id, v.name_en, a.currency, COUNT(*) AS partners,"
                + " SUM(CASE WHEN a.entitled > 0 THEN 1 ELSE 0 END) AS earning,"
                + " SUM(a.entitled) AS entitled FROM accrual a JOIN program p ON p.id = a.program_id"
                + " JOIN program_version v ON v.program_id = p.id AND v.number ="
                + " (SELECT MAX(n.number) FROM program_version n"
                + " WHERE n.program_id = p.id AND n.state = 'PUBLISHED')"
                + " WHERE a.period_start <= ? AND a.period_end > ?"
                + " GROUP BY p.code, v.name_id, v.name_en, a.currency"
                + " ORDER BY entitled DESC, p.code LIMIT ?",
            today,
            today,
            SHOWN);
    Card card = Card.of("programs", Figure.count(running)).rows(rows).link("accruals");
    return Optional.of(running == 0 ? card.says("none") : card);
  }

  private static CardRow row(Sql.Row row) throws SQLException {
    BigDecimal partners = row.decimal("partners");
    BigDecimal earning = row.decimal("earning");
    return CardRow.of(
            row.text("name_id"),
            row.text("name_en"),
            Map.of(
                "partners", partners.toPlainString(),
                "earning", earning.toPlainString(),
                "earned", row.decimal("entitled").toPlainString(),
                "currency", row.text("currency")))
        .bar(earning, partners);
  }
}
