package org.mitra.feeds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mitra.jobs.JobDetail;

/**
 * An import in full.
 *
 * @param summary what lists show of it
 * @param mappingUid the version of the mapping that it was read with; null for a request
 * @param mappingNumber number of that version; 0 for a request
 * @param fileSize in bytes
 * @param fileHash SHA-256 of the file
 * @param sameFile earlier imports of the same file, newest first
 * @param preview what it would do; null until it was looked at
 * @param refusal why it cannot be read as a whole; null when it can
 * @param job the work on it; null when none was needed
 * @param committedBy empty until it is committed
 * @param totals what became of its rows, in lines and money
 * @param reasons what is in quarantine, by reason
 */
public record ImportDetail(
    ImportSummary summary,
    UUID mappingUid,
    int mappingNumber,
    long fileSize,
    String fileHash,
    List<SameFile> sameFile,
    Preview preview,
    Refusal refusal,
    JobDetail job,
    String committedBy,
    Instant committedAt,
    Instant finishedAt,
    List<ControlTotal> totals,
    List<Preview.Reason> reasons) {

  /** The same file, uploaded before. */
  public record SameFile(UUID uid, ImportState state, String uploadedBy, Instant uploadedAt) {}

  /** Why a file cannot be read: a problem's code and facts. */
  public record Refusal(String code, java.util.Map<String, String> facts) {}

  /** Whether a job is at work on it. */
  public boolean isBusy() {
    return job != null && !job.state().isOver();
  }
}
