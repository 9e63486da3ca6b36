package org.mitra.engine;

import java.util.Set;

/**
 * Which sales a program is about. An empty set does not restrict.
 *
 * @param flows channel flows, at least one
 * @param items product codes
 * @param groups product group codes; a line passes by its item or by its group
 * @param types partner types of the payee
 * @param levels partner levels of the payee on the economic date
 * @param regions regions of the payee on the economic date
 */
public record Scope(
    Set<Flow> flows,
    Set<String> items,
    Set<String> groups,
    Set<String> types,
    Set<String> levels,
    Set<String> regions) {

  public Scope {
    flows = Set.copyOf(flows);
    items = Set.copyOf(items);
    groups = Set.copyOf(groups);
    types = Set.copyOf(types);
    levels = Set.copyOf(levels);
    regions = Set.copyOf(regions);
    new Check().that(!flows.isEmpty(), "flows", "no-flows").done();
  }

  public static Scope of(Flow... flows) {
    return new Scope(Set.of(flows), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }
}
