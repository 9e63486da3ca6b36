package org.mitra.feeds;

import java.util.List;

/** Numbers of 64 bits that stand for texts, to find equal ones quickly. */
final class Fingerprints {
  private static final long PRIME = 0x100000001b3L;
  private static final long START = 0xcbf29ce484222325L;

  private Fingerprints() {}

  /** Of a row's cells. */
  static long ofCells(List<String> cells) {
    long hash = START;
    for (String cell : cells) {
      hash = add(hash, cell);
    }
    return mix(hash);
  }

  /** Of what makes a row the same as another; never that of cells. */
  static long ofIdentity(String identity) {
    return mix(~add(START, identity));
  }

  private static long add(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0xffff) * PRIME;
  }

  /** Spreads a number over all its bits. */
  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
