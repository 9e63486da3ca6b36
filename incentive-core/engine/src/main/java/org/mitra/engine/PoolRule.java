package org.mitra.engine;

import java.util.Map;
import java.util.SortedMap;

/** What partners earn together, shared out among them. */
public sealed interface PoolRule extends SalesRule permits Pool, Contest {

  /**
   * What each member gets, before limits and rounding.
   *
   * @param members measures by payee, in order of their ids; whoever is enrolled is a member, sales
   *     or not
   */
  Map<String, Derivation> share(SortedMap<String, Measured> members);
}
