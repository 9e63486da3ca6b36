package org.mitra.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Locale;
import java.util.Map;
import org.mitra.problem.Problem;

/** PBKDF2 with SHA-512, as the server provides it, and what a password has to be. */
@ApplicationScoped
class Passwords {
  private static final int LEAST = 12;
  private static final int MOST = 128;

  @Inject private Pbkdf2PasswordHash hash;

  private String nobodys;

  @PostConstruct
  void initialise() {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    nobodys = hash.generate("nobody has this password".toCharArray());
  }

  String hash(String password) {
    return hash.generate(password.toCharArray());
  }

  boolean verify(String password, String stored) {
    return password != null
        && password.length() <= MOST
        && hash.verify(password.toCharArray(), stored);
  }

  /** Takes as long as {@link #verify}: an unknown name must not answer faster than a known one. */
  void verifyNobodys(String password) {
    verify(password, nobodys);
  }

  void checkStrength(String password, String username) {
    if (password == null || password.length() < LEAST || password.length() > MOST) {
      throw Problem.invalid("user.password-length")
          .with("least", LEAST)
          .with("most", MOST)
          .at("/password");
    }
    boolean tellsName = password.toLowerCase(Locale.ROOT).contains(username);
    boolean oneCharacter = password.chars().distinct().count() < 5;
    if (tellsName || oneCharacter) {
      throw Problem.invalid("user.password-weak").at("/password");
    }
  }
}
