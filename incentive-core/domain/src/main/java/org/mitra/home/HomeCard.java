package org.mitra.home;

import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.access.Role;

/**
 * A feature's answer on the home pages of some roles. An application-scoped bean of the feature; it
 * is found and shown without being listed anywhere.
 */
public interface HomeCard {

  /** For whom. It is asked for nobody else, so it costs nobody else a statement. */
  Set<Role> roles();

  /** Where it stands among the others, the smallest first. */
  int place();

  /**
   * What there is to say now, with as few statements as it takes: this is the page that everybody
   * opens first. Empty when there is nothing to say.
   */
  Optional<Card> card(Actor actor);
}
