package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;
import org.mitra.home.Card;
import org.mitra.home.CardRow;
import org.mitra.home.Figure;
import org.mitra.home.HomeCard;

/** Terms that wait for this person's approval: he had no hand in them. */
@ApplicationScoped
class ApprovalsCard implements HomeCard {
  private static final int COUNTED = 100;
  private static final int SHOWN = 5;

  @Inject private Sql sql;

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  @Override
  public int place() {
    return 20;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<CardRow> waiting =
        sql.rows(
            row ->
                CardRow.of(
                        row.text("name_id"),
                        row.text("name_en"),
                        Map.of("code", row.text("code"), "author", row.text("author")))
                    .link("program?id=" + row.uuid("uid")),
            "SELECT p.uid, p.code, v.name_id, v.name_en, v.author FROM program_version v"
                + " JOIN program p ON p.id = v.program_id WHERE v.state = 'SUBMITTED'"
                + " AND NOT EXISTS (SELECT 1 FROM program_version_author a"
                + " WHERE a.version_id = v.id AND a.username = ?)"
                + " ORDER BY v.changed_at LIMIT ?",
            actor.username(),
            COUNTED);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Card.of("approvals", Figure.count(waiting.size()))
            .mood(Card.Mood.ATTENTION)
            .rows(waiting.stream().limit(SHOWN).toList())
            .link("programs"));
  }
}
