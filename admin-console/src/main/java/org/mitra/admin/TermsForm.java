package org.mitra.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.money.Decimals;

/**
 * Terms as fields of a form. A field is called like its place in the document, {@code rule-rate}
 * for {@code /rule/rate}, so that a mistake finds its field. Reads and writes also what is not
 * complete or not right: what is wrong with it is not decided here.
 */
public final class TermsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> WHOLE =
      Set.of(
          "periodMonths",
          "closingDay",
          "graceDays",
          "claim-withinDays",
          "claim-late-months",
          "rule-claimWithinDays",
          "rule-accrual-lastsMonths");
  private static final Set<String> RATES =
      Set.of("rule-rate", "rule-share", "rule-accrual-rate", "claim-late-perMonth");
  private static final Set<String> AMOUNTS =
      Set.of(
          "rule-amount",
          "rule-every",
          "rule-perLine",
          "rule-perActivity",
          "limits-perPayee",
          "limits-budget");

  /** The fields of each type of rule, in the order of the document. */
  private static final Map<String, List<String>> RULE =
      Map.of(
          "flat", List.of("pays", "rate", "perLine", "negative"),
          "tiered", List.of("qualifies", "pays", "method", "starts", "negative"),
          "perUnit", List.of("amount", "per", "perLine", "negative"),
          "everyX", List.of("pays", "every", "amount", "negative"),
          "fund", List.of("share", "perActivity", "claimWithinDays"));

  private final HashMap<String, Object> values = new HashMap<>();
  private final ArrayList<TierRow> tiers = new ArrayList<>();

  /** A row of the tier table. */
  public static final class TierRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private BigDecimal from;
    private BigDecimal offer;
    private BigDecimal plus;

    public TierRow() {}

    TierRow(BigDecimal from, BigDecimal offer, BigDecimal plus) {
      this.from = from;
      this.offer = offer;
      this.plus = plus;
    }

    public BigDecimal getFrom() {
      return from;
    }

    public void setFrom(BigDecimal from) {
      this.from = from;
    }

    public BigDecimal getOffer() {
      return offer;
    }

    public void setOffer(BigDecimal offer) {
      this.offer = offer;
    }

    public BigDecimal getPlus() {
      return plus;
    }

    public void setPlus(BigDecimal plus) {
      this.plus = plus;
    }
  }

  /** The fields that a document fills; what they cannot hold is left out. */
  static TermsForm of(JsonObject json) {
    TermsForm form = new TermsForm();
    json.forEach((name, value) -> form.read(name, value));
    String until = json.getString("until", "");
    form.values.put("until", day(until) == null ? null : day(until).minusDays(1));
    form.values.put("claimed", json.containsKey("claim"));
    return form;
  }

  /** The field of a document, named by its pointer, that this form has no place for. */
  Optional<String> lost(JsonObject document) {
    return LostFields.first(document, json());
  }

  private void read(String name, JsonValue value) {
    if (value instanceof JsonObject object) {
      object.forEach((inner, below) -> read(name + "-" + inner, below));
    } else if (name.equals("rule-tiers") && value instanceof JsonArray rows) {
      rows.forEach(this::readTier);
    } else if (value instanceof JsonArray list) {
      List<String> texts = new ArrayList<>();
      list.forEach(entry -> texts.add(text(entry)));
      boolean chosen = Set.of("scope-flows", "scope-types").contains(name);
      values.put(name, chosen ? texts : String.join(", ", texts));
    } else if (RATES.contains(name) || AMOUNTS.contains(name)) {
      values.put(name, decimal(text(value)));
    } else if (name.equals("from")) {
      values.put(name, day(text(value)));
    } else if (name.equals("claim-proof")) {
      values.put(name, value == JsonValue.TRUE);
    } else {
      values.put(name, text(value));
    }
  }

  private void readTier(JsonValue value) {
    if (value instanceof JsonObject tier) {
      boolean amounts = tier.containsKey("amount");
      if (amounts || tier.containsKey("rate")) {
        values.put("offers", amounts ? "AMOUNT" : "RATE");
      }
      tiers.add(
          new TierRow(
              decimal(tier.getString("from", "")),
              decimal(tier.getString(amounts ? "amount" : "rate", "")),
              decimal(tier.getString("plus", ""))));
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  private static BigDecimal decimal(String text) {
    try {
      return Decimals.parse(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The document that the fields make. */
  JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "name", object("name", "id", "en"));
    add(json, "", "currency", "zone", "from");
    LocalDate last = (LocalDate) values.get("until");
    if (last != null) {
      json.add("until", last.plusDays(1).toString());
    }
    add(json, "", "periodMonths", "closingDay", "graceDays", "payee", "inPeriod");
    JsonObjectBuilder scope = object("scope", "flows", "items", "groups", "types");
    add(scope, "scope-", "levels", "regions");
    add(json, "scope", scope);
    add(json, "", "enrollment", "creditFrom", "returns");
    if (Boolean.TRUE.equals(values.get("claimed"))) {
      JsonObjectBuilder claim = object("claim", "withinDays", "proof");
      add(claim, "late", object("claim-late", "perMonth", "months"));
      add(json, "claim", claim);
    }
    JsonObjectBuilder rule = object("rule", "type");
    add(rule, "rule-", RULE.getOrDefault(getKind(), List.of()).toArray(new String[0]));
    if (getKind().equals("tiered")) {
      rule.add("tiers", tierList());
    }
    if (getKind().equals("fund")) {
      add(rule, "accrual", object("rule-accrual", "rate", "lastsMonths"));
    }
    add(json, "rule", rule);
    add(json, "limits", object("limits", "perPayee", "budget"));
    return json.build();
  }

  private JsonArrayBuilder tierList() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    boolean amounts = "AMOUNT".equals(values.get("offers"));
    for (TierRow row : tiers) {
      JsonObjectBuilder tier = Json.createObjectBuilder();
      if (row.getFrom() != null) {
        tier.add("from", Decimals.plain(row.getFrom()));
      }
      if (row.getOffer() != null) {
        String offer = Decimals.plain(row.getOffer());
        tier.add(amounts ? "amount" : "rate", amounts ? offer : offer + "%");
      }
      if (row.getPlus() != null) {
        tier.add("plus", Decimals.plain(row.getPlus()));
      }
      list.add(tier);
    }
    return list;
  }

  private JsonObjectBuilder object(String name, String... fields) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    add(object, name + "-", fields);
    return object;
  }

  /** An object that would be empty is left out: it stands for nothing. */
  private static void add(JsonObjectBuilder json, String name, JsonObjectBuilder object) {
    JsonObject built = object.build();
    if (!built.isEmpty()) {
      json.add(name, built);
    }
  }

  private void add(JsonObjectBuilder json, String prefix, String... fields) {
    for (String field : fields) {
      JsonValue value = value(prefix + field, values.get(prefix + field));
      if (value != null) {
        json.add(field, value);
      }
    }
  }

  private static JsonValue value(String name, Object value) {
    if (value instanceof BigDecimal decimal) {
      return Json.createValue(Decimals.plain(decimal) + (RATES.contains(name) ? "%" : ""));
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Collection<?> chosen) {
      return list(chosen);
    }
    String text = value == null ? "" : value.toString().strip();
    if (text.isEmpty()) {
      return null;
    }
    if (Set.of("scope-items", "scope-groups", "scope-levels", "scope-regions").contains(name)) {
      return list(
          Arrays.stream(text.split("[,;\n]"))
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .toList());
    }
    if (WHOLE.contains(name) && text.matches("[0-9]{1,9}")) {
      return Json.createValue(Integer.parseInt(text));
    }
    return Json.createValue(name.equals("currency") ? text.toUpperCase(Locale.ROOT) : text);
  }

  private static JsonValue list(Collection<?> entries) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    entries.forEach(entry -> list.add(entry.toString()));
    return entries.isEmpty() ? null : list.build();
  }

  /** The fields by their names. */
  public Map<String, Object> getValues() {
    return values;
  }

  public List<TierRow> getTiers() {
    return tiers;
  }

  /** The type of the rule. */
  public String getKind() {
    return String.valueOf(values.getOrDefault("rule-type", ""));
  }
}
