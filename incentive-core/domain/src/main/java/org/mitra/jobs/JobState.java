package org.mitra.jobs;

/** How far a job is. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED;

  public boolean isOver() {
    return this == DONE || this == FAILED;
  }
}
