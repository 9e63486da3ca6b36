package org.mitra.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sha256;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/**
 * JSON of the API: decimals travel as strings, so that no reader turns an amount into binary; an
 * amount is {@code {"amount": "1250000", "currency": "IDR"}}; absent values are null.
 */
@Provider
public class JsonFormat implements ContextResolver<Jsonb> {
  private static final List<JsonbAdapter<?, ?>> ADAPTERS =
      List.of(new DecimalAdapter(), new ExactAdapter(), new MoneyAdapter(), new HashAdapter());

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withNullValues(true)
              .withAdapters(ADAPTERS.toArray(JsonbAdapter<?, ?>[]::new)));

  /** Whether the type has a form of its own here, other than its properties. */
  public static boolean adapts(Class<?> type) {
    return ADAPTERS.stream()
        .map(adapter -> (ParameterizedType) adapter.getClass().getGenericInterfaces()[0])
        .anyMatch(adapter -> adapter.getActualTypeArguments()[0].equals(type));
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** Decimals as plain strings. */
  public static class DecimalAdapter implements JsonbAdapter<BigDecimal, String> {
    @Override
    public String adaptToJson(BigDecimal value) {
      return value == null ? null : Decimals.plain(value);
    }

    /** A null that was sent is a value that is absent. */
    @Override
    public BigDecimal adaptFromJson(String text) {
      return text == null ? null : Decimals.parse(text);
    }
  }

  /** Exact numbers as plain decimals, or as fractions such as {@code 10/3}; only ever written. */
  public static class ExactAdapter implements JsonbAdapter<Exact, String> {
    @Override
    public String adaptToJson(Exact value) {
      return value.toString();
    }

    @Override
    public Exact adaptFromJson(String text) {
      return Exact.of(text);
    }
  }

  /** Amounts with their currency. */
  public static class MoneyAdapter implements JsonbAdapter<Money, Map<String, String>> {
    @Override
    public Map<String, String> adaptToJson(Money money) {
      return Map.of("amount", money.amount().toPlainString(), "currency", money.currency().code());
    }

    @Override
    public Money adaptFromJson(Map<String, String> json) {
      return Money.of(json.get("amount"), Currency.of(json.get("currency")));
    }
  }

  /** Hashes as their hexadecimal digits. */
  public static class HashAdapter implements JsonbAdapter<Sha256, String> {
    @Override
    public String adaptToJson(Sha256 hash) {
      return hash.hex();
    }

    @Override
    public Sha256 adaptFromJson(String hex) {
      return new Sha256(hex);
    }
  }
}
