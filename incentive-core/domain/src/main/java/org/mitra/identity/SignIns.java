package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/**
 * Checks passwords, slower the more are wrong. Guessing a name from one address is slowed down soon
 * and for long; a name under attack from everywhere is delayed by half a minute at most, so that
 * its owner is never locked out.
 */
@ApplicationScoped
public class SignIns {
  private record Throttle(String subject, int free, Duration longest) {}

  @Inject private Sql sql;
  @Inject private Users users;
  @Inject private Passwords passwords;
  @Inject private SignIns self;
  @Inject private BusinessClock clock;

  /**
   * @param address where the request comes from
   * @return who it is; empty when name or password is wrong, whichever it was
   * @throws Problem 429 after too many wrong ones, with the seconds to wait
   */
  public Optional<SignedIn> signIn(String username, String password, String address) {
    String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    name = name.substring(0, Math.min(64, name.length()));
    List<Throttle> throttles =
        List.of(
            new Throttle("pair " + name + " " + address, 4, Duration.ofMinutes(15)),
            new Throttle("address " + address, 60, Duration.ofMinutes(15)),
            new Throttle("name " + name, 20, Duration.ofSeconds(30)));
    self.refuseBlocked(throttles);
    Optional<SignedIn> signedIn = self.verify(name, password);
    if (signedIn.isPresent()) {
      self.forget(throttles.get(0).subject());
    } else {
      self.remember(throttles);
    }
    return signedIn;
  }

  @Transactional
  Optional<SignedIn> verify(String name, String password) {
    Optional<UserAccount> account = users.account(name);
    if (account.isEmpty()) {
      passwords.verifyNobodys(password);
      return Optional.empty();
    }
    return passwords.verify(password, account.get().passwordHash())
        ? users.find(name)
        : Optional.empty();
  }

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
