package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.mitra.access.Actor;
import org.mitra.idempotency.Idempotency;

/** Takes steps of things, each once for its key, in the name of whoever is signed in. */
@RequestScoped
public class Once {
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param key of the request
   * @param step as the address calls it: a key of one step is not good for another
   * @param request all else that was asked, with what it is about
   * @return what the step answered, now or when the key was first used
   */
  public <A> A step(
      String key, String step, Object request, Class<A> answer, Function<Actor, A> work) {
    Actor actor = visitor.actor();
    return idempotency.once(actor, key, List.of(step, request), answer, () -> work.apply(actor));
  }
}
