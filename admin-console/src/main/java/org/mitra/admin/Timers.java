package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.mitra.accruals.Runs;
import org.mitra.demo.Demo;
import org.mitra.identity.FirstAdministrator;
import org.mitra.jobs.JobWorker;

/**
 * The only timers. They fire on every node; what must happen once is decided by rows: a lease, a
 * unique key.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Timers {
  @Inject private JobWorker worker;
  @Inject private Runs runs;
  @Inject private Demo demo;
  @Inject private FirstAdministrator firstAdministrator;

  @PostConstruct
  void start() {
    firstAdministrator.ensure();
    demo.begin();
  }

  /** Takes up what other nodes queued or left behind. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void work() {
    worker.lookForWork();
  }

  /** Every hour rather than once a night: a server that was off at two o'clock makes up for it. */
  @Schedule(hour = "*", minute = "5", persistent = false)
  void nightlyRun() {
    runs.nightly();
  }
}
