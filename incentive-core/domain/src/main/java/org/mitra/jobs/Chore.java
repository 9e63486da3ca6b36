package org.mitra.jobs;

/**
 * Small work that is looked for, rather than queued: what other transactions left to be caught up
 * with. Done before each job, and whenever the timer looks for work.
 */
public interface Chore {
  /**
   * Does what there is; each piece in a transaction of its own, and without effect when done twice.
   */
  void carryOut();
}
