package org.mitra.access;

import org.mitra.problem.Problem;

/** Who made something does not approve it. */
public final class FourEyes {
  private FourEyes() {}

  /**
   * @throws Problem 403 when maker and checker are the same person
   */
  public static void check(String maker, Actor checker) {
    if (checker.username().equals(maker)) {
      throw Problem.forbidden("access.four-eyes").with("who", checker.displayName());
    }
  }
}
