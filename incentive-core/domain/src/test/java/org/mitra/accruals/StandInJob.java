package org.mitra.accruals;

import java.util.UUID;
import org.mitra.jobs.RunningJob;

/** A job that is carried out here rather than by the worker, and may break off. */
final class StandInJob implements RunningJob {
  /** The machine that carried it out stops. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final long id;
  private int reportsLeft;

  /**
   * @param reports after so many reports of progress it breaks off
   */
  StandInJob(long id, int reports) {
    this.id = id;
    this.reportsLeft = reports;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public UUID uid() {
    return new UUID(0, id);
  }

  @Override
  public String subject() {
    return "";
  }

  @Override
  public String argument() {
    return "{}";
  }

  @Override
  public String requestedBy() {
    return "test";
  }

  @Override
  public void progress(long done, long total) {
    if (reportsLeft-- == 0) {
      throw new Crash();
    }
  }
}
