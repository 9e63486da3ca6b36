package org.mitra.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something else that a rule offers for some products. The most specific wins: what is offered for
 * a product before what is offered for its group, and that before what the rule offers in general.
 *
 * @param items product codes
 * @param groups product group codes; one of the two names something
 * @param offer what is given for them
 */
public record ProductOffer(Set<String> items, Set<String> groups, Offer offer) {
  public ProductOffer {
    items = Set.copyOf(items);
    groups = Set.copyOf(groups);
    Check check = new Check().present("offer", offer);
    check.that(!items.isEmpty() || !groups.isEmpty(), "", "exception-names-no-product");
    check.done();
  }

  /** No rule has more exceptions than this. */
  public static final int MOST = 200;

  /**
   * Complains about offers of another kind than the rule's, and about products and groups that are
   * named twice: nobody could tell what wins.
   */
  static void check(Check check, List<ProductOffer> except, Class<? extends Offer> kind) {
    check.that(except.size() <= MOST, "except", "too-many-exceptions", "most", MOST);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < except.size(); i++) {
      String at = "except/" + i;
      ProductOffer offer = except.get(i);
      check.that(kind.isInstance(offer.offer), at, "exception-offers-something-else");
      offer.items.forEach(item -> once(check, seen, at, "items", item));
      offer.groups.forEach(group -> once(check, seen, at, "groups", group));
    }
  }

  private static void once(Check check, Set<String> seen, String at, String what, String code) {
    check.that(seen.add(what + " " + code), at + "/" + what, "exception-named-twice", "code", code);
  }

  /** The codes in one order, for people to read. */
  String products() {
    return Stream.concat(groups.stream().sorted(), items.stream().sorted())
        .collect(Collectors.joining(", "));
  }
}
