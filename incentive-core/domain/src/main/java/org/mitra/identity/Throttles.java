package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/**
 * Counts attempts by subject and says who has to wait. An attempt is counted before it is made, so
 * that many at once get no more tries than one after the other; one that was right is taken back.
 */
@ApplicationScoped
class Throttles {
  /**
   * @param subject whose failures are counted
   * @param free failures without any pause
   * @param longest pause, however many there were
   */
  record Throttle(String subject, int free, Duration longest) {}

  private record Counted(int failures, Instant blockedUntil) {}

  /**
   * What is not blocked was free so long ago: of two attempts at once, the one that counts later
   * may have begun earlier, and must not find itself blocked until the other began.
   */
  private static final Duration APART = Duration.ofMinutes(1);

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * Counts an attempt.
   *
   * @throws Problem 429 when one of the subjects has to wait; then nothing is counted
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void begin(List<Throttle> throttles) {
    Instant now = clock.now();
    // In one order everywhere, or two attempts could wait for each other.
    for (Throttle throttle : sorted(throttles)) {
      sql.update(
          "INSERT INTO sign_in_throttle (subject, failures, blocked_until) VALUES (?, 1, ?)"
              + " ON DUPLICATE KEY UPDATE failures = failures + 1",
          throttle.subject(),
          now.minus(APART));
      Counted counted =
          sql.row(
                  row -> new Counted(row.integer("failures"), row.instant("blocked_until")),
                  "SELECT failures, blocked_until FROM sign_in_throttle WHERE subject = ?",
                  throttle.subject())
              .orElseThrow();
      if (counted.blockedUntil().isAfter(now)) {
        long seconds = Duration.between(now, counted.blockedUntil()).toSeconds() + 1;
        throw Problem.of(Problem.Kind.TOO_MANY, "sign-in.slow-down").with("seconds", seconds);
      }
      int over = counted.failures() - throttle.free();
      if (over > 0) {
        Duration pause = Duration.ofSeconds(1L << Math.min(over, 20));
        sql.update(
            "UPDATE sign_in_throttle SET blocked_until = ? WHERE subject = ?",
            now.plus(pause.compareTo(throttle.longest()) > 0 ? throttle.longest() : pause),
            throttle.subject());
      }
    }
  }

  /** Takes an attempt back that was right; what failed before it still counts. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void takeBack(List<Throttle> throttles) {
    Instant now = clock.now();
    for (Throttle throttle : sorted(throttles)) {
      // The pause is this attempt's own: it was not blocked when it began.
      sql.update(
          "UPDATE sign_in_throttle SET failures = GREATEST(failures - 1, 0),"
              + " blocked_until = LEAST(blocked_until, ?) WHERE subject = ?",
          now.minus(APART),
          throttle.subject());
    }
  }

  /** Forgets a subject, and failures so old that a mistake a day would add up. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void forget(String subject) {
    // In a transaction of its own: it looks at every row, and would wait for those who wait for it.
    sql.update(
        "DELETE FROM sign_in_throttle WHERE subject = ? OR blocked_until < ?",
        subject,
        clock.now().minus(Duration.ofHours(12)));
  }

  private static List<Throttle> sorted(List<Throttle> throttles) {
    return throttles.stream().sorted(Comparator.comparing(Throttle::subject)).toList();
  }
}
