package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.access.Actor;
import org.mitra.idempotency.Idempotency;
import org.mitra.identity.SignedIn;
import org.mitra.identity.Users;
import org.mitra.jobs.JobWorker;

/** Lets people do things once, however often the story is told. */
@ApplicationScoped
class Teller {
  @Inject private Idempotency idempotency;
  @Inject private Users users;
  @Inject private JobWorker worker;

  /** The person with the name, with his roles and partner. */
  Actor actor(String username) {
    return users
        .find(username)
        .map(SignedIn::actor)
        .orElseThrow(() -> new IllegalStateException(username + " is not in the story yet"));
  }

  /**
   * Does something, or repeats the answer of the first time.
   *
   * @param key what is done, unlike anything else that the person does
   */
  <T> T once(String username, String key, Class<T> type, Supplier<T> work) {
    return idempotency.once(actor(username), "demo:" + key, key, type, work);
  }

  /** Does something without an answer. */
  void once(String username, String key, Runnable work) {
    once(
        username,
        key,
        String.class,
        () -> {
          work.run();
          return "told";
        });
  }

  /** Does the work that was queued, at the time of the story instead of now. */
  void carryOut(UUID job) {
    worker.carryOutHere(job);
  }
}
