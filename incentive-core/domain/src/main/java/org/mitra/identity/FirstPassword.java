package org.mitra.identity;

import java.security.SecureRandom;

/** Makes up passwords for a first sign-in: easy to read out, hard to guess. */
public final class FirstPassword {
  /** Nothing that is taken for another when it is read out: no 0 and O, no 1, I and l. */
  private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  /** Four groups of four signs: 80 bits. */
  public static String next() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return password.toString();
  }
}
