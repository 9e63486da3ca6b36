package org.mitra.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
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

/** Long work that is under way, waits, or failed in the last week. */
@ApplicationScoped
class JobsCard implements HomeCard {
  private static final Duration RECENT = Duration.ofDays(7);
  private static final int MOST = 100;
  private static final int SHOWN = 4;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  private record Work(JobState state, CardRow row) {}

  @Override
  public Set<Role> roles() {
    return Set.of(Role.FINANCE, Role.ADMINISTRATOR);
  }

  @Override
  public int place() {
    return 50;
  }

  @Override
  @Transactional
  public Optional<Card> card(Actor actor) {
    List<Work> work =
        sql.rows(
            row -> {
              JobState state = row.constant("state", JobState.class);
              int percent = JobDetail.percent(state, row.number("done"), row.number("total"));
              CardRow line =
                  CardRow.of(
                      Map.of(
                          "kind", row.text("kind"),
                          "subject", row.text("subject"),
                          "state", state.name()));
              return new Work(
                  state,
                  state == JobState.RUNNING
                      ? line.bar(BigDecimal.valueOf(percent), BigDecimal.valueOf(100))
                      : line);
            },
            "SELECT kind, subject, state, done, total FROM job WHERE state IN ('QUEUED', 'RUNNING')"
                + " OR (state = 'FAILED' AND finished_at > ?) ORDER BY id DESC LIMIT ?",
            clock.now().minus(RECENT),
            MOST);
    long failed = work.stream().filter(w -> w.state() == JobState.FAILED).count();
    Card card =
        Card.of("jobs", Figure.count(work.size() - failed))
            .fact("failed", failed)
            .rows(work.stream().limit(SHOWN).map(Work::row).toList());
    if (failed > 0) {
      return Optional.of(card.says("failed").mood(Card.Mood.BAD));
    }
    return Optional.of(work.isEmpty() ? card.says("none") : card);
  }
}
