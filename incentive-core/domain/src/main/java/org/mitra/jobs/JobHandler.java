package org.mitra.jobs;

/**
 * Carries out one kind of job. A job may be interrupted anywhere and is then started again with the
 * same argument, on this node or another: a handler works in transactions of its own, each of which
 * can be repeated without effect.
 */
public interface JobHandler {

  /** The kind of job that it carries out. */
  String kind();

  /**
   * @param job who asked, what for, and where to report progress
   * @throws org.mitra.problem.Problem when the work cannot be done, for a reason people can be told
   */
  void carryOut(RunningJob job);
}
