package org.mitra.engine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    if (flows.isEmpty()) {
      throw InvalidTerms.at("flows", "no-flows");
    }
  }

  public static Scope of(Flow... flows) {
    return new Scope(Set.of(flows), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** The first condition that the line fails, if any. */
  Optional<Refusal> refuse(SalesLine line, Party payee) {
    return outside("flow", names(flows), line.flow().name())
        .or(() -> refuseItem(line.item()))
        .or(() -> outside("type", types, payee.type()))
        .or(() -> outside("level", levels, payee.level()))
        .or(() -> outside("region", regions, payee.region()));
  }

  private Optional<Refusal> refuseItem(Item item) {
    if (items.contains(item.code()) || groups.contains(item.group())) {
      return Optional.empty();
    }
    return groups.isEmpty()
        ? outside("product", items, item.code())
        : outside("group", groups, item.group());
  }

  private static Optional<Refusal> outside(String condition, Set<String> wanted, String had) {
    return wanted.isEmpty() || wanted.contains(had)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                condition + "-not-in-scope", had, String.join(", ", new TreeSet<>(wanted))));
  }

  private static Set<String> names(Set<Flow> flows) {
    return flows.stream().map(Flow::name).collect(Collectors.toSet());
  }
}
