package org.mitra.launcher;

/** Hears what is being done. */
@FunctionalInterface
public interface Progress {
  void step(String text);
}
