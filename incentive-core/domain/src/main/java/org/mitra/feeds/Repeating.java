package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.mitra.data.DataException;

/**
 * Repeats a transaction that another one was in the way of: both wanted the same line, and the
 * database let the other be first.
 */
@ApplicationScoped
class Repeating {
  private static final int ATTEMPTS = 6;

  void until(Runnable step) {
    until(
        () -> {
          step.run();
          return 0;
        });
  }

  <T> T until(Supplier<T> step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step.get();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !mayPass(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataException data) {
        return data.isTransient() || data.isDuplicateKey();
      }
    }
    return false;
  }
}
