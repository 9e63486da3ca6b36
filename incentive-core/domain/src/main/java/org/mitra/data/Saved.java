package org.mitra.data;

/** What saving did: the same again changes nothing, and nobody is told of it. */
public enum Saved {
  NEW,
  CHANGED,
  UNCHANGED
}
