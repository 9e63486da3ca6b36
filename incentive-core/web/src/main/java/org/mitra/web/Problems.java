package org.mitra.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.data.DataException;
import org.mitra.problem.Problem;

/** Finds the problem in what containers wrap around it. */
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class.getName());

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
    return has(failure, cause -> cause instanceof JsonException || cause instanceof JsonbException);
  }

  /** Whether a form was sent from a page that the server does not remember, or never made. */
  static boolean isExpiredPage(Throwable failure) {
    return has(failure, ViewExpiredException.class::isInstance);
  }

  private static boolean has(Throwable failure, Predicate<Throwable> wanted) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (wanted.test(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** A defect: logged under a number, which is all that the person is told. */
  static Problem incident(Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, "incident " + incident, failure);
    return Problem.of(Problem.Kind.DEFECT, "unexpected").with("incident", incident);
  }

  /** What a bare status of the server means. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> Problem.of(Problem.Kind.UNAUTHENTICATED, "access.sign-in");
      case 403 -> Problem.forbidden("access.role-missing");
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(Problem.Kind.WRONG_METHOD, "request.method");
      case 406 -> Problem.of(Problem.Kind.NOT_ACCEPTABLE, "request.not-acceptable");
      case 413 -> Problem.of(Problem.Kind.TOO_LARGE, "request.too-large");
      case 415 -> Problem.of(Problem.Kind.UNSUPPORTED_MEDIA, "request.media-type");
      case 503 -> Problem.of(Problem.Kind.UNAVAILABLE, "busy");
      default ->
          status >= 500
              ? incident(new IllegalStateException("answered with status " + status))
              : Problem.invalid("request.malformed");
    };
  }
}
