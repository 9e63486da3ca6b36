package org.mitra.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import org.mitra.data.DataException;
import org.mitra.problem.Problem;

/** Finds the problem in what containers wrap around it. */
final class Problems {
  private Problems() {}

  /** The problem that people can be told; null when it is a defect. */
  static Problem in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      if (cause instanceof OptimisticLockException) {
        return Problem.conflict("stale");
      }
      if (cause instanceof DataException data && data.isTransient()) {
        return Problem.of(Problem.Kind.UNAVAILABLE, "busy");
      }
      cause = cause.getCause();
    }
    return null;
  }

  static boolean isMalformedJson(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof JsonException || cause instanceof JsonbException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
