package org.mitra.mappings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.mitra.engine.Kind;
import org.mitra.partners.PartnerType;

/**
 * What a mapping of sales says beyond its columns.
 *
 * @param kindByPrefix kinds by the beginning of the document number, such as {@code C} → return
 * @param kindWhenNegative what a sale with a negative quantity really is
 * @param positiveReturns whether the file writes returns with positive numbers
 * @param lineFromContent whether lines are numbered by what they say, for files without line
 *     numbers
 * @param newPartners how unknown partners are created; empty when they are not
 * @param newProducts the unit of unknown products, which are created; empty when they are not
 */
public record SalesRules(
    Map<String, Kind> kindByPrefix,
    Optional<Kind> kindWhenNegative,
    boolean positiveReturns,
    boolean lineFromContent,
    Optional<NewPartners> newPartners,
    Optional<String> newProducts) {
  static final SalesRules NONE =
      new SalesRules(Map.of(), Optional.empty(), false, false, Optional.empty(), Optional.empty());

  public SalesRules {
    kindByPrefix = Map.copyOf(kindByPrefix);
  }

  /**
   * How partners come into being that a file names and nobody knows.
   *
   * @param joinedOn a day before the first line of the file
   */
  public record NewPartners(PartnerType type, String currency, LocalDate joinedOn) {}
}
