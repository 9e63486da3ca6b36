package org.mitra.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A partner as he was on the economic date of a sales line. Standing changes over time; what counts
 * is what it was when the sale was made.
 *
 * @param id stable and unique; ties are broken by it
 * @param type such as {@code DISTRIBUTOR}, {@code DEALER} or {@code REPRESENTATIVE}
 * @param level such as {@code GOLD}; empty when he had none
 * @param region code of the region; empty when unknown
 * @param territory code of the sales territory; empty when he had none
 * @param certificates codes of the certificates that he held
 * @param above the partner above him; empty at the top
 */
public record Party(
    String id,
    String type,
    String level,
    String region,
    String territory,
    Set<String> certificates,
    Optional<Party> above) {
  public Party {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(above, "above");
    certificates = Set.copyOf(certificates);
  }

  /** A partner of whom nothing else is known. */
  public static Party of(String id, String type, String level, String region) {
    return new Party(id, type, level, region, "", Set.of(), Optional.empty());
  }
}
