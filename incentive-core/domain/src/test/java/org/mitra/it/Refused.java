package org.mitra.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mitra.problem.Problem;

/** Expects a problem, also inside of what containers wrap around it. */
public final class Refused {
  private Refused() {}

  public static Problem with(String code, ThrowingCallable work) {
    Throwable failure = catchThrowable(work);
    assertThat(failure).as("refused with " + code).isNotNull();
    Throwable cause = failure;
    while (!(cause instanceof Problem) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(Problem.class);
    assertThat(((Problem) cause).code()).isEqualTo(code);
    return (Problem) cause;
  }
}
