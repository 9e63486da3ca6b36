package org.mitra.engine;

import java.util.Objects;

/**
 * A partner as he was on the economic date of a sales line. Level, region and parent change over
 * time; what counts is what they were when the sale was made.
 *
 * @param id stable and unique; ties are broken by it
 * @param type such as {@code DISTRIBUTOR} or {@code DEALER}
 * @param level such as {@code GOLD}; empty when he had none
 * @param region code of the region; empty when unknown
 * @param parent id of the partner above him; empty at the top
 */
public record Party(String id, String type, String level, String region, String parent) {
  public Party {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(parent, "parent");
  }
}
