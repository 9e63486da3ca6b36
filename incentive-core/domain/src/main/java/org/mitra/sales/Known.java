package org.mitra.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.partners.PartnerType;

/** The master data that a chunk of lines speaks of. */
final class Known {
  /** A partner, as far as lines depend on him. */
  record PartnerFact(long id, PartnerType type, LocalDate joinedOn, boolean active) {}

  /** For whom a representative sold, and when. */
  private record Below(long id, long partnerId, LocalDate from, LocalDate until) {}

  /** A product, as far as lines depend on it. */
  record ProductFact(long id, String unit, boolean active) {}

  private record CostKey(long productId, String currency) {}

  private final Map<String, PartnerFact> partners = new HashMap<>();
  private final Map<String, ProductFact> products = new HashMap<>();
  private final Map<String, List<Below>> representatives = new HashMap<>();
  private final Map<CostKey, NavigableMap<LocalDate, BigDecimal>> costs = new HashMap<>();

  void partner(String code, PartnerFact fact) {
    partners.put(code, fact);
  }

  void product(String code, ProductFact fact) {
    products.put(code, fact);
  }

  void representative(String code, long id, long partnerId, LocalDate from, LocalDate until) {
    representatives
        .computeIfAbsent(code, known -> new ArrayList<>(1))
        .add(new Below(id, partnerId, from, until));
  }

  void cost(long productId, String currency, LocalDate from, BigDecimal cost) {
    costs.computeIfAbsent(new CostKey(productId, currency), key -> new TreeMap<>()).put(from, cost);
  }

  /** Null when there is no such partner. */
  PartnerFact partner(String code) {
    return partners.get(code);
  }

  /** Null when there is no such product. */
  ProductFact product(String code) {
    return products.get(code);
  }

  /** Row id of a partner that was checked before; null for no partner. */
  Long partnerId(String code) {
    return code.isEmpty() ? null : Long.valueOf(partners.get(code).id());
  }

  /** Row id of who represented the seller on the day; null for none, or an unknown one. */
  Long representativeId(LineParties parties, LocalDate day) {
    PartnerFact seller = partners.get(parties.seller());
    if (seller == null) {
      return null;
    }
    return representatives.getOrDefault(parties.representative(), List.of()).stream()
        .filter(below -> below.partnerId() == seller.id())
        .filter(below -> !day.isBefore(below.from()) && day.isBefore(below.until()))
        .map(Below::id)
        .findFirst()
        .orElse(null);
  }

  /** What a unit cost the vendor on that day. */
  Optional<BigDecimal> costOn(long productId, String currency, LocalDate day) {
    NavigableMap<LocalDate, BigDecimal> history = costs.get(new CostKey(productId, currency));
    return Optional.ofNullable(history)
        .map(known -> known.floorEntry(day))
        .map(Map.Entry::getValue);
  }
}
