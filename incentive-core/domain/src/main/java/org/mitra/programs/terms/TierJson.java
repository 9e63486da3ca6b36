package org.mitra.programs.terms;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.engine.Offer;
import org.mitra.engine.Tier;
import org.mitra.engine.TierTable;
import org.mitra.money.Decimals;

/**
 * The rows of a tier table: {@code from}, then a {@code rate} or an {@code amount} for each unit,
 * then {@code plus}, a flat amount on entering the tier.
 */
final class TierJson {
  /** Stands in for an offer that cannot be read while the rest of its tier is checked. */
  private static final Offer UNREADABLE = new Offer.Each(BigDecimal.ZERO);

  private TierJson() {}

  static JsonArrayBuilder write(TierTable table) {
    JsonArrayBuilder rows = TermsJson.BUILDERS.createArrayBuilder();
    for (Tier tier : table.tiers()) {
      JsonObjectBuilder row =
          TermsJson.BUILDERS.createObjectBuilder().add("from", Decimals.plain(tier.from()));
      if (!(tier.offer() instanceof Offer.Nothing)) {
        row.add(tier.offer() instanceof Offer.Each ? "amount" : "rate", tier.offer().text());
      }
      tier.plus().ifPresent(plus -> row.add("plus", Decimals.plain(plus)));
      rows.add(row);
    }
    return rows;
  }

  /** The tiers of the field {@code tiers}; null when one of them cannot be read. */
  static List<Tier> read(JsonFields fields) {
    List<JsonFields> rows = fields.objects("tiers");
    if (rows == null) {
      return null;
    }
    List<Tier> tiers = new ArrayList<>();
    for (JsonFields row : rows) {
      Tier tier = tier(row);
      if (tier != null) {
        tiers.add(tier);
      }
    }
    return tiers.size() == rows.size() ? tiers : null;
  }

  private static Tier tier(JsonFields row) {
    BigDecimal from = row.decimal("from");
    Optional<BigDecimal> plus = row.optional("plus", row::decimal);
    if (row.has("rate") && row.has("amount")) {
      row.mistake("", "tier-offers-one-thing");
      return null;
    }
    if (!row.has("rate") && !row.has("amount") && !row.has("plus")) {
      row.mistake("", "tier-offers-nothing");
      return null;
    }
    Offer offer = row.make(() -> offer(row));
    boolean readable = offer != null && (plus.isPresent() || !row.has("plus"));
    Tier tier = row.make(() -> new Tier(from, readable ? offer : UNREADABLE, plus));
    return readable ? tier : null;
  }

  private static Offer offer(JsonFields row) {
    if (row.has("rate")) {
      var rate = row.rate("rate");
      return rate == null ? null : new Offer.Percentage(rate);
    }
    if (row.has("amount")) {
      BigDecimal amount = row.decimal("amount");
      return amount == null ? null : new Offer.Each(amount);
    }
    return new Offer.Nothing();
  }
}
