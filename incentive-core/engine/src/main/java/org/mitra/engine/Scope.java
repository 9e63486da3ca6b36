package org.mitra.engine;

import java.util.Optional;
import java.util.Set;

/**
 * Which sales a program is about. An empty set does not restrict.
 *
 * @param flows channel flows, at least one
 * @param items product codes
 * @param groups product group codes; a line passes by its item or by its group
 * @param types partner types of the payee
 * @param levels partner levels of the payee, on the day that {@code levelsOn} tells
 * @param regions regions of the payee on the economic date
 * @param territories territories of the payee on the economic date
 * @param customers codes of end customers
 * @param certificates all of which the payee has to hold on the economic date
 * @param launchDays days from a product's launch, that day included, on which its sales count
 * @param levelsOn on which day the payee's level decides
 */
public record Scope(
    Set<Flow> flows,
    Set<String> items,
    Set<String> groups,
    Set<String> types,
    Set<String> levels,
    Set<String> regions,
    Set<String> territories,
    Set<String> customers,
    Set<String> certificates,
    Optional<Integer> launchDays,
    LevelOn levelsOn) {

  public Scope {
    flows = Set.copyOf(flows);
    items = Set.copyOf(items);
    groups = Set.copyOf(groups);
    types = Set.copyOf(types);
    levels = Set.copyOf(levels);
    regions = Set.copyOf(regions);
    territories = Set.copyOf(territories);
    customers = Set.copyOf(customers);
    certificates = Set.copyOf(certificates);
    Check check = new Check().that(!flows.isEmpty(), "flows", "no-flows");
    check.present("levelsOn", levelsOn);
    check.that(levelsOn != LevelOn.PERIOD_END || !levels.isEmpty(), "levelsOn", "no-levels");
    launchDays.ifPresent(days -> check.within("launchDays", days, 1, 1_000, "days-out-of-range"));
    check.done();
  }

  public Scope(
      Set<Flow> flows,
      Set<String> items,
      Set<String> groups,
      Set<String> types,
      Set<String> levels,
      Set<String> regions) {
    this(
        flows,
        items,
        groups,
        types,
        levels,
        regions,
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        LevelOn.SALE);
  }

  public static Scope of(Flow... flows) {
    return new Scope(Set.of(flows), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }
}
