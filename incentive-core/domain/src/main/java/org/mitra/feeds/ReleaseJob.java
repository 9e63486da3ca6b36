package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mitra.data.Uids;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;

/** Tries all rows of the quarantine with a reason again, in the order of their dates. */
@ApplicationScoped
class ReleaseJob implements JobHandler {
  static final String KIND = "quarantine-release";

  private static final int CHUNK = 50;

  @Inject private ImportSteps steps;
  @Inject private Repeating repeating;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    String[] argument = job.argument().split(" ", -1);
    List<Long> rows =
        steps.quarantined(argument[0], argument[1].isEmpty() ? null : Uids.parse(argument[1]));
    for (int i = 0; i < rows.size(); i += CHUNK) {
      List<Long> ids = rows.subList(i, Math.min(i + CHUNK, rows.size()));
      repeating.until(() -> steps.retry(ids, job.requestedBy()));
      job.progress(i + ids.size(), rows.size());
    }
  }
}
