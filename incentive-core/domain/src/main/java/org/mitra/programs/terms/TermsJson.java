package org.mitra.programs.terms;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.Sha256;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.Counting;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flow;
import org.mitra.engine.Label;
import org.mitra.engine.LatePenalty;
import org.mitra.engine.LevelOn;
import org.mitra.engine.Limits;
import org.mitra.engine.Pay;
import org.mitra.engine.Payee;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Rule;
import org.mitra.engine.Scope;
import org.mitra.engine.Settles;
import org.mitra.engine.Stacking;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Rate;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;
import org.mitra.time.Zones;

/**
 * Terms as one JSON document: fields in a fixed order, decimals and percentages as texts, dates in
 * ISO form, what does not apply left out. The same terms are always the same document, so its
 * SHA-256 names them.
 */
public final class TermsJson {
  /** Made once: looking up the server's JSON takes longer than all that is done with it. */
  static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
  private static final JsonWriterFactory WRITERS =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private static final Pattern ISO_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private TermsJson() {}

  public static JsonObject encode(Terms terms) {
    JsonObjectBuilder json = BUILDERS.createObjectBuilder();
    json.add(
        "name",
        BUILDERS.createObjectBuilder().add("id", terms.name().id()).add("en", terms.name().en()));
    terms.currency().ifPresent(currency -> json.add("currency", currency.code()));
    json.add("zone", terms.zone().getId())
        .add("from", terms.from().toString())
        .add("until", terms.until().toString());
    terms
        .counting()
        .periodWeeks()
        .ifPresentOrElse(
            weeks -> json.add("periodWeeks", weeks),
            () -> json.add("periodMonths", terms.periodMonths()));
    json.add("closingDay", terms.closingDay());
    terms.counting().spanMonths().ifPresent(months -> json.add("spanMonths", months));
    terms.graceDays().ifPresent(days -> json.add("graceDays", days));
    json.add("payee", terms.payee().name())
        .add("scope", scope(terms.scope()))
        .add("enrollment", terms.enrollment().name())
        .add("creditFrom", terms.creditFrom().name())
        .add("returns", terms.returns().name());
    terms.claim().ifPresent(claim -> json.add("claim", claim(claim)));
    BesideJson.encode(terms, json);
    json.add("rule", RuleJson.encode(terms.rule()));
    JsonObjectBuilder limits = BUILDERS.createObjectBuilder();
    terms.limits().perPayee().ifPresent(limit -> limits.add("perPayee", Decimals.plain(limit)));
    terms.limits().budget().ifPresent(limit -> limits.add("budget", Decimals.plain(limit)));
    if (terms.limits().scarce() != Limits.Scarce.FIRST_COME) {
      limits.add("scarce", terms.limits().scarce().name());
    }
    JsonObject written = limits.build();
    if (!written.isEmpty()) {
      json.add("limits", written);
    }
    return json.build();
  }

  private static JsonObjectBuilder claim(ClaimTerms claim) {
    JsonObjectBuilder json =
        BUILDERS
            .createObjectBuilder()
            .add("withinDays", claim.withinDays())
            .add("proof", claim.proof());
    claim
        .late()
        .ifPresent(
            late ->
                json.add(
                    "late",
                    BUILDERS
                        .createObjectBuilder()
                        .add("perMonth", late.perMonth().toString())
                        .add("months", late.months())));
    return json;
  }

  private static JsonObjectBuilder scope(Scope scope) {
    JsonObjectBuilder json = BUILDERS.createObjectBuilder();
    json.add("flows", sorted(scope.flows().stream().map(Flow::name).toList()));
    Map<String, Collection<String>> sets = new LinkedHashMap<>();
    sets.put("items", scope.items());
    sets.put("groups", scope.groups());
    sets.put("types", scope.types());
    sets.put("levels", scope.levels());
    sets.put("regions", scope.regions());
    sets.put("territories", scope.territories());
    sets.put("customers", scope.customers());
    sets.put("certificates", scope.certificates());
    sets.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            json.add(name, sorted(values));
          }
        });
    scope.launchDays().ifPresent(days -> json.add("launchDays", days));
    if (scope.levelsOn() != LevelOn.SALE) {
      json.add("levelsOn", scope.levelsOn().name());
    }
    return json;
  }

  static JsonArrayBuilder sorted(Collection<String> values) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    values.stream().sorted().forEach(array::add);
    return array;
  }

  /** The JSON Schema of such documents. */
  public static String schema() {
    try (InputStream in = TermsJson.class.getResourceAsStream("terms.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one form of the terms that is stored and hashed. */
  public static String canonical(Terms terms) {
    return encode(terms).toString();
  }

  /** Names the terms: nobody can change them and keep it. */
  public static Sha256 digest(Terms terms) {
    return Sha256.of(canonical(terms));
  }

  /** The document with line breaks and indents. */
  public static String pretty(JsonObject json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = WRITERS.createWriter(text)) {
      writer.writeObject(json);
    }
    return text.toString().strip();
  }

  /**
   * Reads a text that is one JSON object without duplicate names.
   *
   * @throws Problem 400 with line and column of the first mistake
   */
  public static JsonObject parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParsingException e) {
      throw Problem.invalid("terms.not-json")
          .with("line", e.getLocation().getLineNumber())
          .with("column", e.getLocation().getColumnNumber());
    } catch (RuntimeException e) {
      // Nested too deeply, a number too long, two values: the reader has no common word for these.
      throw Problem.invalid("terms.not-an-object");
    }
    throw Problem.invalid("terms.not-an-object");
  }

  /** Reads terms from a stored or sent document. */
  public static Terms decode(String text) {
    return decode(parse(text), "");
  }

  /**
   * Reads terms from a document.
   *
   * @param at pointer to the document in the request that brought it; empty when it is the request
   * @throws Problem 400 whose parts tell every mistake with its pointer
   */
  public static Terms decode(JsonObject json, String at) {
    Mistakes mistakes = new Mistakes();
    Terms terms = terms(new JsonFields(json, at, mistakes));
    mistakes.refuse();
    return terms;
  }

  private static Terms terms(JsonFields fields) {
    Label name = label(fields.object("name"));
    Optional<Currency> currency =
        fields.optional("currency", field -> fields.text(field, "no-currency", Currency::of));
    ZoneId zone = fields.text("zone", "zone-not-a-place", Zones::of);
    LocalDate from = day(fields, "from");
    LocalDate until = day(fields, "until");
    boolean inWeeks = fields.has("periodWeeks");
    int periodMonths =
        inWeeks
            ? fields.optional("periodMonths", fields::whole).orElse(0)
            : fields.whole("periodMonths");
    int closingDay = fields.whole("closingDay");
    Optional<Integer> graceDays = fields.optional("graceDays", fields::whole);
    Payee payee = fields.constant("payee", Payee.class);
    Scope scope = scope(fields.object("scope"));
    EnrollmentMode enrollment = fields.constant("enrollment", EnrollmentMode.class);
    CreditFrom creditFrom = fields.constant("creditFrom", CreditFrom.class);
    ReturnsCount returns = fields.constant("returns", ReturnsCount.class);
    Optional<ClaimTerms> claim = fields.optional("claim", field -> claim(fields.object(field)));
    Counting counting = BesideJson.counting(fields);
    Pay pay = fields.has("pay") ? BesideJson.pay(fields.object("pay")) : Pay.NONE;
    Optional<Stacking> stacking =
        fields.optional("stacking", field -> BesideJson.stacking(fields.object(field)));
    Settles settles =
        fields.has("settles") ? fields.constant("settles", Settles.class) : Settles.PAYOUT;
    JsonFields ruleFields = fields.object("rule");
    Rule rule = ruleFields == null ? null : RuleJson.decode(ruleFields);
    Limits limits = fields.has("limits") ? limits(fields.object("limits")) : Limits.NONE;
    return fields.make(
        () ->
            new Terms(
                name,
                currency,
                zone,
                from,
                until,
                periodMonths,
                closingDay,
                graceDays,
                payee,
                scope,
                enrollment,
                creditFrom,
                returns,
                claim,
                rule,
                limits,
                counting,
                pay,
                stacking,
                settles));
  }

  private static Label label(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String id = fields.text("id", "missing", text -> Fields.text(text, Label.MOST, "id"));
    String en = fields.text("en", "missing", text -> Fields.text(text, Label.MOST, "en"));
    return fields.make(() -> new Label(id, en));
  }

  private static LocalDate day(JsonFields fields, String name) {
    return fields.text(
        name,
        "not-a-day",
        text -> {
          if (!ISO_DAY.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return LocalDate.parse(text);
        });
  }

  private static Scope scope(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    var flows = fields.constants("flows", Flow.class);
    var items = fields.texts("items", text -> BusinessKey.require(text, "items"));
    var groups = fields.texts("groups", text -> BusinessKey.require(text, "groups"));
    var types = fields.constants("types", PartnerType.class);
    var levels = fields.texts("levels", text -> upperCase(text, 32, "levels"));
    var regions = fields.texts("regions", text -> upperCase(text, 64, "regions"));
    var territories = fields.texts("territories", text -> upperCase(text, 64, "territories"));
    var customers = fields.texts("customers", text -> BusinessKey.require(text, "customers"));
    var certificates = fields.texts("certificates", text -> upperCase(text, 64, "certificates"));
    Optional<Integer> launchDays = fields.optional("launchDays", fields::whole);
    LevelOn levelsOn =
        fields.has("levelsOn") ? fields.constant("levelsOn", LevelOn.class) : LevelOn.SALE;
    return fields.make(
        () ->
            new Scope(
                flows,
                items,
                groups,
                types.stream().map(Enum::name).collect(Collectors.toSet()),
                levels,
                regions,
                territories,
                customers,
                certificates,
                launchDays,
                levelsOn));
  }

  /** As the standing of a partner has them. */
  static String upperCase(String text, int most, String field) {
    return Fields.text(text, most, field).toUpperCase(Locale.ROOT);
  }

  private static ClaimTerms claim(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    int withinDays = fields.whole("withinDays");
    boolean proof = fields.flag("proof");
    Optional<LatePenalty> late = fields.optional("late", field -> late(fields.object(field)));
    return fields.make(() -> new ClaimTerms(withinDays, proof, late));
  }

  private static LatePenalty late(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    Rate perMonth = fields.rate("perMonth");
    int months = fields.whole("months");
    return fields.make(() -> new LatePenalty(perMonth, months));
  }

  private static Limits limits(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    Optional<BigDecimal> perPayee = fields.optional("perPayee", fields::decimal);
    Optional<BigDecimal> budget = fields.optional("budget", fields::decimal);
    Limits.Scarce scarce =
        fields.has("scarce")
            ? fields.constant("scarce", Limits.Scarce.class)
            : Limits.Scarce.FIRST_COME;
    return fields.make(() -> new Limits(perPayee, budget, scarce));
  }
}
