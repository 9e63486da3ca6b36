package org.mitra.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The master data that a chunk of lines speaks of. */
final class Known {
  /** A partner, as far as lines depend on him. */
  record PartnerFact(long id, LocalDate joinedOn, boolean active) {}

  /** A product, as far as lines depend on it. */
  record ProductFact(long id, String unit, boolean active) {}

  private record CostKey(long productId, String currency) {}

  private final Map<String, PartnerFact> partners = new HashMap<>();
  private final Map<String, ProductFact> products = new HashMap<>();
  private final Map<List<Object>, Long> representatives = new HashMap<>();
  private final Map<CostKey, NavigableMap<LocalDate, BigDecimal>> costs = new HashMap<>();

  void partner(String code, PartnerFact fact) {
    partners.put(code, fact);
  }

  void product(String code, ProductFact fact) {
    products.put(code, fact);
  }

  void representative(long partnerId, String code, long id) {
    representatives.put(List.of(partnerId, code), id);
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

  /** Row id of the seller's representative; null for none, or an unknown one. */
  Long representativeId(String seller, String code) {
    PartnerFact partner = partners.get(seller);
    return code.isEmpty() || partner == null
        ? null
        : representatives.get(List.of(partner.id(), code));
  }

  /** What a unit cost the vendor on that day. */
  Optional<BigDecimal> costOn(long productId, String currency, LocalDate day) {
    NavigableMap<LocalDate, BigDecimal> history = costs.get(new CostKey(productId, currency));
    return Optional.ofNullable(history)
        .map(known -> known.floorEntry(day))
        .map(Map.Entry::getValue);
  }
}
