package org.mitra.time;

import java.time.ZoneId;
import java.util.Set;

/**
 * Time zones by place. An offset such as {@code GMT+7} is refused: it forgets what the place
 * decides about its clocks.
 */
public final class Zones {
  private static final Set<String> PLACES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private Zones() {}

  /**
   * @throws IllegalArgumentException when the id names no place; {@code UTC} is allowed
   */
  public static ZoneId of(String id) {
    if (!isPlace(id)) {
      throw new IllegalArgumentException("not a place's time zone: " + id);
    }
    return ZoneId.of(id);
  }

  /** Whether the id names a place, or is {@code UTC}. */
  public static boolean isPlace(String id) {
    return id != null
        && PLACES.contains(id)
        && (id.contains("/") || id.equals("UTC"))
        && !id.startsWith("Etc/")
        && !id.startsWith("SystemV/");
  }
}
