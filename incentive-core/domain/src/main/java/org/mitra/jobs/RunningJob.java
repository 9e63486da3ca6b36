package org.mitra.jobs;

import java.util.UUID;
import org.mitra.access.Actor;

/** A job while it is carried out. */
public interface RunningJob {
  long id();

  UUID uid();

  String subject();

  /** JSON, as given when it was queued. */
  String argument();

  /** Whoever asked, by name; what he may do was checked when he asked. */
  String requestedBy();

  /** The product itself, acting for whoever asked. */
  default Actor actor() {
    return Actor.system();
  }

  /**
   * Says how far it is, and keeps hold of the job.
   *
   * @throws IllegalStateException when another node has taken the job over: stop
   */
  void progress(long done, long total);
}
