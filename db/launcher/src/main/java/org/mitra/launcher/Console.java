package org.mitra.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** Says what is going on, with the seconds since the start. */
final class Console {
  private final PrintStream out;
  private final long start = System.nanoTime();

  Console(PrintStream out) {
    this.out = out;
  }

  void step(String text) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    out.printf(java.util.Locale.ROOT, "%3d s  %s%n", elapsed.toSeconds(), text);
    out.flush();
  }

  void say(String text) {
    out.println(text);
    out.flush();
  }
}
