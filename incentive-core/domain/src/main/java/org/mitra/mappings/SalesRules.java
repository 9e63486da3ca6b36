package org.mitra.mappings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
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
   * What a line really is.
   *
   * @param reported what the file calls it; null when it does not
   * @param quantity as the file writes it; null when it cannot be read
   */
  Kind kind(String document, Kind reported, BigDecimal quantity) {
    String key = document.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, Kind> rule : kindByPrefix.entrySet()) {
      if (key.startsWith(rule.getKey())) {
        return rule.getValue();
      }
    }
    Kind kind = reported == null ? Kind.SALE : reported;
    return kind == Kind.SALE && quantity != null && quantity.signum() < 0
        ? kindWhenNegative.orElse(kind)
        : kind;
  }

  /** Whether quantity and amounts of the line are meant with the other sign. */
  boolean isTurned(Kind kind, BigDecimal quantity) {
    return positiveReturns
        && (kind == Kind.RETURN || kind == Kind.CANCELLATION)
        && quantity != null
        && quantity.signum() > 0;
  }

  /**
   * How partners come into being that a file names and nobody knows.
   *
   * @param joinedOn a day before the first line of the file
   */
  public record NewPartners(PartnerType type, String currency, LocalDate joinedOn) {}
}
