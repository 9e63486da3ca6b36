package org.mitra.jobs;

import java.time.Instant;
import java.util.UUID;

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
 * @param requestedBy username
 * @param requestedAt when it was asked for
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
    String requestedBy,
    Instant requestedAt,
    Instant finishedAt) {

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
