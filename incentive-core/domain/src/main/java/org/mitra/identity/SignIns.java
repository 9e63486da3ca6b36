package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.problem.Problem;

/**
 * Checks passwords, slower the more are wrong. Guessing a name from one address is slowed down soon
 * and for long; a name under attack from everywhere is delayed by half a minute at most, so that
 * its owner is never locked out.
 */
@ApplicationScoped
public class SignIns {
  @Inject private Users users;
  @Inject private Passwords passwords;
  @Inject private Throttles throttles;

  /**
   * @param address where the request comes from
   * @return who it is; empty when name or password is wrong, whichever it was
   * @throws Problem 429 after too many wrong ones, with the seconds to wait
   */
  public Optional<SignedIn> signIn(String username, String password, String address) {
    String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    name = name.substring(0, Math.min(64, name.length()));
    List<Throttles.Throttle> subjects =
        List.of(
            new Throttles.Throttle("pair " + name + " " + address, 4, Duration.ofMinutes(15)),
            new Throttles.Throttle("address " + address, 60, Duration.ofMinutes(15)),
            new Throttles.Throttle("name " + name, 20, Duration.ofSeconds(30)));
    throttles.refuseBlocked(subjects);
    Optional<SignedIn> signedIn = verify(name, password);
    if (signedIn.isPresent()) {
      throttles.forget(subjects.get(0).subject());
    } else {
      throttles.remember(subjects);
    }
    return signedIn;
  }

  /**
   * Makes sure that it is still he who signed in, before something that thieves would want.
   *
   * @throws Problem 403 when the password is wrong, 429 after too many wrong ones
   */
  public void confirm(Actor actor, String password) {
    List<Throttles.Throttle> subjects =
        List.of(new Throttles.Throttle("confirm " + actor.username(), 4, Duration.ofMinutes(15)));
    throttles.refuseBlocked(subjects);
    if (verify(actor.username(), password).isEmpty()) {
      throttles.remember(subjects);
      throw Problem.forbidden("user.wrong-password").at("/password");
    }
    throttles.forget(subjects.get(0).subject());
  }

  private Optional<SignedIn> verify(String name, String password) {
    Optional<UserAccount> account = users.account(name);
    if (account.isEmpty()) {
      passwords.verifyNobodys(password);
      return Optional.empty();
    }
    return passwords.verify(password, account.get().passwordHash())
        ? users.find(name)
        : Optional.empty();
  }
}
