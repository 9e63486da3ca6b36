package org.mitra.engine;

import java.util.Map;
import java.util.SortedMap;
import org.mitra.money.Currency;

/** What partners earn together, shared out among them. */
public sealed interface PoolRule extends SalesRule permits Pool, Contest {

  /**
   * What each member gets, before limits and rounding.
   *
   * <p>Amounts can be paid as they are: what is shared is rounded before it is shared out, so that
   * the shares add up to it. What is left over goes to the largest fractions, ties to whoever comes
   * first by his id.
   *
   * @param members measures by payee, in order of their ids; whoever is enrolled is a member, sales
   *     or not
   * @param currency in which they are paid
   */
  Map<String, Derivation> share(SortedMap<String, Measured> members, Currency currency);
}
