package org.mitra.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A product as rules see it.
 *
 * @param code unique
 * @param group code of its product group; empty when it has none
 * @param launchedOn its first day on the market; empty when unknown
 */
public record Item(String code, String group, Optional<LocalDate> launchedOn) {
  public Item {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(launchedOn, "launchedOn");
  }

  public static Item of(String code, String group) {
    return new Item(code, group, Optional.empty());
  }
}
