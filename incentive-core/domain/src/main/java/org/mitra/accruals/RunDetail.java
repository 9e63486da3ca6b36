package org.mitra.accruals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.jobs.JobState;

/**
 * A calculation run as people follow it.
 *
 * @param fromDay first day whose periods are computed
 * @param untilDay the day after the last
 * @param state how far it is
 * @param percent 0 to 100
 * @param failure problem code when it failed; empty otherwise
 * @param lines sales lines read
 * @param partners partners computed
 * @param postings differences posted; a second run on the same facts posts none
 * @param resultHash of all entitlements of the days, null before the end
 * @param finishedAt null before the end
 */
public record RunDetail(
    UUID uid,
    LocalDate fromDay,
    LocalDate untilDay,
    JobState state,
    int percent,
    String failure,
    long lines,
    long partners,
    long postings,
    String resultHash,
    String requestedBy,
    Instant requestedAt,
    Instant finishedAt,
    UUID job) {}
