package org.mitra.engine;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Random cases that can be had again: a failure names its seed, {@code -Dmitra.seed} repeats it.
 */
final class Seeded {
  private Seeded() {}

  /** Any of them. */
  @SafeVarargs
  static <T> T any(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  static void cases(int count, Consumer<Random> property) {
    Long only = Long.getLong("mitra.seed");
    long first = only == null ? 1 : only;
    long last = only == null ? Long.getLong("mitra.cases", count) : only;
    for (long seed = first; seed <= last; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dmitra.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
