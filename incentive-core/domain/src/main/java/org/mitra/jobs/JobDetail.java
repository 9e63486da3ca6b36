package org.mitra.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.problem.Problem;

/**
 * A job as people follow it.
 *
 * @param uid public id
 * @param kind what kind of work
 * @param subject what it works on
 * @param state how far it is
 * @param done units done
 * @param total units in all, 0 while unknown
 * @param message what went wrong, as a problem code, when it failed; empty otherwise
 * @param facts of the problem
 * @param requestedBy username
 * @param requestedAt when it was asked for
 * @param startedAt when somebody first took it up; null before
 * @param finishedAt when it ended; null before
 */
public record JobDetail(
    UUID uid,
    String kind,
    String subject,
    JobState state,
    long done,
    long total,
    String message,
    Map<String, String> facts,
    String requestedBy,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt) {

  public JobDetail {
    facts = Map.copyOf(facts);
  }

  /** Why it failed; empty when it did not. */
  public Optional<Problem> problem() {
    return message.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.refused(message).withAll(facts));
  }

  /** Progress in percent, 0 to 100. */
  public int percent() {
    return percent(state, done, total);
  }

  /** Progress in percent, 0 to 100, and 100 only when it is done. */
  public static int percent(JobState state, long done, long total) {
    if (state == JobState.DONE) {
      return 100;
    }
    return total <= 0 ? 0 : (int) Math.min(99, done * 100 / total);
  }
}
