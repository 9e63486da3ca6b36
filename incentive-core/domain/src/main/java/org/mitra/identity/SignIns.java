package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.identity.Throttles.Throttle;
import org.mitra.problem.Problem;

/**
 * Checks passwords, slower the more are wrong. Guessing a name from one address is slowed down soon
 * and for long; a name under attack from everywhere is delayed by half a minute at most, so that
 * its owner is never locked out.
 */
@ApplicationScoped
public class SignIns {
  private static final Duration LONG = Duration.ofMinutes(15);

  @Inject private Users users;
  @Inject private Passwords passwords;
  @Inject private Throttles throttles;

  /**
   * @param address where the request comes from
   * @param welcome whoever has none of these roles is a stranger here
   * @return who it is; empty when name or password is wrong, whichever it was
   * @throws Problem 429 after too many wrong ones, with the seconds to wait
   */
  public Optional<SignedIn> signIn(
      String username, String password, String address, Set<Role> welcome) {
    String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    name = name.substring(0, Math.min(64, name.length()));
    Throttle pair = new Throttle("pair " + name + " " + address, 4, LONG);
    List<Throttle> subjects =
        List.of(
            pair,
            new Throttle("address " + address, 60, LONG),
            new Throttle("name " + name, 20, Duration.ofSeconds(30)));
    throttles.begin(subjects);
    if (!verify(name, password)) {
      return Optional.empty();
    }
    Optional<SignedIn> somebody =
        users.find(name).filter(s -> s.actor().roles().stream().anyMatch(welcome::contains));
    if (somebody.isPresent()) {
      throttles.takeBack(subjects);
      throttles.forget(pair.subject());
      users.entered(somebody.get().actor(), address);
    }
    return somebody;
  }

  /**
   * Makes sure that it is still he who signed in, before something that thieves would want.
   *
   * @throws Problem 403 when the password is wrong, 429 after too many wrong ones
   */
  public void confirm(Actor actor, String password) {
    List<Throttle> subjects = List.of(new Throttle("confirm " + actor.username(), 4, LONG));
    throttles.begin(subjects);
    if (!verify(actor.username(), password)) {
      throw Problem.forbidden("user.wrong-password").at("/password");
    }
    throttles.forget(subjects.get(0).subject());
  }

  private boolean verify(String name, String password) {
    Optional<UserAccount> account = users.account(name);
    if (account.isEmpty()) {
      passwords.verifyNobodys(password);
      return false;
    }
    return passwords.verify(password, account.get().passwordHash());
  }

  /**
   * Changes one's own password, which ends all one's sessions. Guessing the old one is slowed down
   * like signing in: a session that was left open is no way to it.
   *
   * @return who he is now, for the session in which he did it
   * @throws Problem 403 when the old one is wrong, 400 when the new one is weak, 429 after too many
   *     wrong ones
   */
  public SignedIn changePassword(Actor actor, String oldPassword, String newPassword) {
    passwords.checkStrength(newPassword, actor.username());
    if (newPassword.equals(oldPassword)) {
      throw Problem.invalid("user.password-same").at("/newPassword");
    }
    List<Throttle> subject = List.of(new Throttle("change " + actor.username(), 4, LONG));
    throttles.begin(subject);
    users.changePassword(actor, oldPassword, newPassword);
    throttles.takeBack(subject);
    return users.find(actor.username()).orElseThrow(Problem::notFound);
  }
}
