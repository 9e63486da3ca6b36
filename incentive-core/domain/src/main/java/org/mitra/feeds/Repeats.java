package org.mitra.feeds;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a file may have more than once, in memory that does not grow with the file: first a
 * sieve of fixed size tells which fingerprints may have been seen before, then only those are
 * compared.
 */
final class Repeats {
  private static final int BITS = 1 << 26;
  private static final int PROBES = 3;

  private long[] sieve;
  private final Set<Long> repeated = new HashSet<>();
  private final Map<Long, Long> contents = new HashMap<>();
  private final Set<Long> conflicting = new HashSet<>();

  /** First reading: notes what may have come before. A few that did not are taken for it. */
  void see(long fingerprint) {
    if (sieve == null) {
      sieve = new long[BITS / Long.SIZE];
    }
    boolean seen = true;
    long mixed = fingerprint;
    for (int i = 0; i < PROBES; i++) {
      int bit = (int) (mixed & (BITS - 1));
      long mask = 1L << (bit % Long.SIZE);
      seen &= (sieve[bit / Long.SIZE] & mask) != 0;
      sieve[bit / Long.SIZE] |= mask;
      mixed = Fingerprints.mix(mixed + i + 1);
    }
    if (seen) {
      repeated.add(fingerprint);
    }
  }

  boolean mayRepeat(long fingerprint) {
    return repeated.contains(fingerprint);
  }

  /** Second reading: the contents behind a key that may repeat. */
  void compare(long key, long content) {
    Long first = contents.putIfAbsent(key, content);
    if (first != null && first != content) {
      conflicting.add(key);
    }
  }

  Set<Long> repeated() {
    return repeated;
  }

  Set<Long> conflicting() {
    return conflicting;
  }
}
