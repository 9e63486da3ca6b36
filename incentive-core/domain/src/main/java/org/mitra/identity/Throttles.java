package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/** Counts failures by subject and says who has to wait; each in a transaction of its own. */
@ApplicationScoped
class Throttles {
  /**
   * @param subject whose failures are counted
   * @param free failures without any pause
   * @param longest pause, however many there were
   */
  record Throttle(String subject, int free, Duration longest) {}

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  @Transactional
  void refuseBlocked(List<Throttle> throttles) {
    Instant now = clock.now();
    for (Throttle throttle : throttles) {
      Optional<Instant> until =
          sql.row(
              row -> row.instant("blocked_until"),
              "SELECT blocked_until FROM sign_in_throttle WHERE subject = ? AND blocked_until > ?",
              throttle.subject(),
              now);
      if (until.isPresent()) {
        long seconds = Math.max(1, Duration.between(now, until.get()).toSeconds());
        throw Problem.of(Problem.Kind.TOO_MANY, "sign-in.slow-down").with("seconds", seconds);
      }
    }
  }

  @Transactional(rollbackOn = Exception.class)
  void remember(List<Throttle> throttles) {
    Instant now = clock.now();
    for (Throttle throttle : throttles) {
      sql.update(
          "INSERT INTO sign_in_throttle (subject, failures, blocked_until) VALUES (?, 1, ?)"
              + " ON DUPLICATE KEY UPDATE failures = failures + 1",
          throttle.subject(),
          now);
      int failures =
          sql.row(
                  row -> row.integer("failures"),
                  "SELECT failures FROM sign_in_throttle WHERE subject = ?",
                  throttle.subject())
              .orElse(1);
      int over = failures - throttle.free();
      if (over > 0) {
        Duration pause = Duration.ofSeconds(1L << Math.min(over, 20));
        sql.update(
            "UPDATE sign_in_throttle SET blocked_until = ? WHERE subject = ?",
            now.plus(pause.compareTo(throttle.longest()) > 0 ? throttle.longest() : pause),
            throttle.subject());
      }
    }
    // Old failures are forgotten, so that a mistake a day never adds up.
    sql.update(
        "DELETE FROM sign_in_throttle WHERE blocked_until < ?", now.minus(Duration.ofHours(12)));
  }

  @Transactional(rollbackOn = Exception.class)
  void forget(String subject) {
    sql.update("DELETE FROM sign_in_throttle WHERE subject = ?", subject);
  }
}
