package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;

/** Carries out a run: reads everything, then writes in batches, each of which is a transaction. */
@ApplicationScoped
class CalculationJob implements JobHandler {
  private static final int BATCH = 200;

  @Inject private RunRows runRows;
  @Inject private ChannelPass pass;

  @Override
  public String kind() {
    return Runs.JOB;
  }

  @Override
  public void carryOut(RunningJob job) {
    RunRows.Run run = runRows.ofJob(job.id());
    job.progress(0, 1);
    ChannelPass.Read read =
        pass.read(run.days(), (done, total) -> job.progress(done, total * 2 + 1));
    List<Long> partners = read.partners();
    runRows.read(run.id(), read.lines(), partners.size());
    for (int start = 0; start < partners.size(); start += BATCH) {
      int end = Math.min(partners.size(), start + BATCH);
      pass.write(job.actor(), read, partners.subList(start, end), Optional.of(run.id()), true);
      // Reading was the first half.
      job.progress(partners.size() + end, partners.size() * 2L + 1);
    }
    runRows.finish(run.id(), pass.resultHash(run.days()));
  }
}
