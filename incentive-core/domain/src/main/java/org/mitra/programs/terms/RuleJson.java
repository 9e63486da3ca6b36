package org.mitra.programs.terms;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.data.BusinessKey;
import org.mitra.engine.Attach;
import org.mitra.engine.Attainment;
import org.mitra.engine.Contest;
import org.mitra.engine.EveryX;
import org.mitra.engine.Flat;
import org.mitra.engine.FundAccrual;
import org.mitra.engine.FundRule;
import org.mitra.engine.Measure;
import org.mitra.engine.Negative;
import org.mitra.engine.NewCustomer;
import org.mitra.engine.Per;
import org.mitra.engine.PerUnit;
import org.mitra.engine.Pool;
import org.mitra.engine.ProductOffer;
import org.mitra.engine.Rule;
import org.mitra.engine.Starts;
import org.mitra.engine.Tier;
import org.mitra.engine.TierMethod;
import org.mitra.engine.TierTable;
import org.mitra.engine.Tiered;
import org.mitra.engine.Yardstick;
import org.mitra.money.Decimals;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/** The rule of a program as the field {@code rule} of its terms; one constant for each type. */
enum RuleJson {
  FLAT("flat") {
    @Override
    Rule read(JsonFields fields) {
      Measure pays = fields.constant("pays", Measure.class);
      var rate = fields.rate("rate");
      List<ProductOffer> except = ProductOfferJson.read(fields, RATE);
      Optional<BigDecimal> perLine = fields.optional("perLine", fields::decimal);
      Negative negative = negative(fields);
      return fields.make(() -> new Flat(pays, rate, except, perLine, negative));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Flat flat = (Flat) rule;
      json.add("pays", flat.pays().name()).add(RATE, flat.rate().toString());
      writeLines(flat.except(), RATE, flat.perLine(), json);
      writeNegative(flat.negative(), json);
    }
  },

  TIERED("tiered") {
    @Override
    Rule read(JsonFields fields) {
      Measure qualifies = fields.constant("qualifies", Measure.class);
      Measure pays = fields.constant("pays", Measure.class);
      TierMethod method = fields.constant("method", TierMethod.class);
      Starts starts = fields.constant("starts", Starts.class);
      Negative negative = negative(fields);
      List<Tier> tiers = TierJson.read(fields);
      TierTable table = tiers == null ? null : fields.make(() -> new TierTable(starts, tiers));
      return fields.make(() -> new Tiered(qualifies, pays, method, table, negative));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Tiered tiered = (Tiered) rule;
      json.add("qualifies", tiered.qualifies().name())
          .add("pays", tiered.pays().name())
          .add("method", tiered.method().name())
          .add("starts", tiered.table().starts().name());
      writeNegative(tiered.negative(), json);
      json.add("tiers", TierJson.write(tiered.table()));
    }
  },

  PER_UNIT("perUnit") {
    @Override
    Rule read(JsonFields fields) {
      BigDecimal amount = fields.decimal(AMOUNT);
      Per per = fields.has("per") ? fields.constant("per", Per.class) : Per.UNIT;
      List<ProductOffer> except = ProductOfferJson.read(fields, AMOUNT);
      Optional<BigDecimal> perLine = fields.optional("perLine", fields::decimal);
      Negative negative = negative(fields);
      return fields.make(() -> new PerUnit(amount, per, except, perLine, negative));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      PerUnit perUnit = (PerUnit) rule;
      json.add(AMOUNT, Decimals.plain(perUnit.amount()));
      if (perUnit.per() != Per.UNIT) {
        json.add("per", perUnit.per().name());
      }
      writeLines(perUnit.except(), AMOUNT, perUnit.perLine(), json);
      writeNegative(perUnit.negative(), json);
    }
  },

  EVERY_X("everyX") {
    @Override
    Rule read(JsonFields fields) {
      Measure pays = fields.constant("pays", Measure.class);
      BigDecimal every = fields.decimal("every");
      BigDecimal amount = fields.decimal(AMOUNT);
      Negative negative = negative(fields);
      return fields.make(() -> new EveryX(pays, every, amount, negative));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      EveryX every = (EveryX) rule;
      json.add("pays", every.pays().name())
          .add("every", Decimals.plain(every.every()))
          .add(AMOUNT, Decimals.plain(every.amount()));
      writeNegative(every.negative(), json);
    }
  },

  ATTAINMENT("attainment") {
    @Override
    Rule read(JsonFields fields) {
      Measure qualifies = fields.constant("qualifies", Measure.class);
      Measure pays = fields.constant("pays", Measure.class);
      JsonFields below = fields.object("yardstick");
      Yardstick yardstick = below == null ? null : yardstick(below);
      Attainment.Mode mode = fields.constant("mode", Attainment.Mode.class);
      Starts starts = fields.constant("starts", Starts.class);
      List<Tier> tiers = TierJson.read(fields);
      TierTable table = tiers == null ? null : fields.make(() -> new TierTable(starts, tiers));
      return fields.make(() -> new Attainment(qualifies, pays, yardstick, mode, table));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Attainment attainment = (Attainment) rule;
      JsonObjectBuilder yardstick =
          TermsJson.BUILDERS
              .createObjectBuilder()
              .add("kind", attainment.yardstick().kind().name());
      attainment
          .yardstick()
          .amount()
          .ifPresent(amount -> yardstick.add("amount", Decimals.plain(amount)));
      attainment.yardstick().periods().ifPresent(many -> yardstick.add("periods", many));
      json.add("qualifies", attainment.qualifies().name())
          .add("pays", attainment.pays().name())
          .add("yardstick", yardstick)
          .add("mode", attainment.mode().name())
          .add("starts", attainment.table().starts().name())
          .add("tiers", TierJson.write(attainment.table()));
    }
  },

  POOL("pool") {
    @Override
    Rule read(JsonFields fields) {
      Measure measure = fields.constant("measure", Measure.class);
      BigDecimal target = fields.decimal("target");
      var rate = fields.rate("rate");
      Pool.Sharing sharing = fields.constant("sharing", Pool.Sharing.class);
      return fields.make(() -> new Pool(measure, target, rate, sharing));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Pool pool = (Pool) rule;
      json.add("measure", pool.measure().name())
          .add("target", Decimals.plain(pool.target()))
          .add("rate", pool.rate().toString())
          .add("sharing", pool.sharing().name());
    }
  },

  CONTEST("contest") {
    @Override
    Rule read(JsonFields fields) {
      Measure measure = fields.constant("measure", Measure.class);
      BigDecimal least = fields.decimal("least");
      List<BigDecimal> prizes = fields.decimals("prizes");
      return prizes == null ? null : fields.make(() -> new Contest(measure, least, prizes));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Contest contest = (Contest) rule;
      JsonArrayBuilder prizes = TermsJson.BUILDERS.createArrayBuilder();
      contest.prizes().forEach(prize -> prizes.add(Decimals.plain(prize)));
      json.add("measure", contest.measure().name())
          .add("least", Decimals.plain(contest.least()))
          .add("prizes", prizes);
    }
  },

  ATTACH("attach") {
    @Override
    Rule read(JsonFields fields) {
      Set<String> groups = fields.texts("groups", text -> BusinessKey.require(text, "groups"));
      BigDecimal amount = fields.decimal("amount");
      return fields.make(() -> new Attach(groups, amount));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      Attach attach = (Attach) rule;
      JsonArrayBuilder groups = TermsJson.BUILDERS.createArrayBuilder();
      attach.groups().stream().sorted().forEach(groups::add);
      json.add("groups", groups).add("amount", Decimals.plain(attach.amount()));
    }
  },

  NEW_CUSTOMER("newCustomer") {
    @Override
    Rule read(JsonFields fields) {
      BigDecimal amount = fields.decimal("amount");
      return fields.make(() -> new NewCustomer(amount));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      json.add("amount", Decimals.plain(((NewCustomer) rule).amount()));
    }
  },

  FUND("fund") {
    @Override
    Rule read(JsonFields fields) {
      var share = fields.rate("share");
      Optional<BigDecimal> perActivity = fields.optional("perActivity", fields::decimal);
      int claimWithinDays = fields.whole("claimWithinDays");
      Optional<FundAccrual> accrual =
          fields.optional("accrual", field -> accrual(fields.object(field)));
      return fields.make(() -> new FundRule(share, perActivity, claimWithinDays, accrual));
    }

    @Override
    void write(Rule rule, JsonObjectBuilder json) {
      FundRule fund = (FundRule) rule;
      json.add("share", fund.share().toString());
      fund.perActivity().ifPresent(limit -> json.add("perActivity", Decimals.plain(limit)));
      json.add("claimWithinDays", fund.claimWithinDays());
      fund.accrual()
          .ifPresent(
              accrual ->
                  json.add(
                      "accrual",
                      TermsJson.BUILDERS
                          .createObjectBuilder()
                          .add("rate", accrual.rate().toString())
                          .add("lastsMonths", accrual.lastsMonths())));
    }
  };

  private static final String RATE = "rate";
  private static final String AMOUNT = "amount";

  private final String type;

  RuleJson(String type) {
    this.type = type;
  }

  /** Reads what comes beside the type; null when it cannot be read. */
  abstract Rule read(JsonFields fields);

  /** Writes what comes after the type. */
  abstract void write(Rule rule, JsonObjectBuilder json);

  static Rule decode(JsonFields fields) {
    RuleJson rule = fields.text("type", "unknown-value", RuleJson::ofType);
    return rule == null ? null : rule.read(fields);
  }

  static JsonObjectBuilder encode(Rule rule) {
    JsonObjectBuilder json = TermsJson.BUILDERS.createObjectBuilder().add("type", rule.type());
    ofType(rule.type()).write(rule, json);
    return json;
  }

  private static RuleJson ofType(String type) {
    List<String> known = new ArrayList<>();
    for (RuleJson rule : values()) {
      if (rule.type.equals(type)) {
        return rule;
      }
      known.add(rule.type);
    }
    throw Problem.invalid("terms.unknown-value")
        .with("value", type)
        .with("known", String.join(", ", known));
  }

  private static Yardstick yardstick(JsonFields fields) {
    Yardstick.Kind kind = fields.constant("kind", Yardstick.Kind.class);
    Optional<BigDecimal> amount = fields.optional("amount", fields::decimal);
    Optional<Integer> periods = fields.optional("periods", fields::whole);
    return fields.make(() -> new Yardstick(kind, amount, periods));
  }

  /** Left out where it says what is usual. */
  private static FundAccrual accrual(JsonFields fields) {
    if (fields == null) {
      return null;
    }
    Rate rate = fields.rate("rate");
    int lastsMonths = fields.whole("lastsMonths");
    return fields.make(() -> new FundAccrual(rate, lastsMonths));
  }

  private static Negative negative(JsonFields fields) {
    return fields.has("negative") ? fields.constant("negative", Negative.class) : Negative.DEBT;
  }

  private static void writeLines(
      List<ProductOffer> except,
      String offer,
      Optional<BigDecimal> perLine,
      JsonObjectBuilder json) {
    if (!except.isEmpty()) {
      json.add("except", ProductOfferJson.write(except, offer));
    }
    perLine.ifPresent(limit -> json.add("perLine", Decimals.plain(limit)));
  }

  private static void writeNegative(Negative negative, JsonObjectBuilder json) {
    if (negative != Negative.DEBT) {
      json.add("negative", negative.name());
    }
  }
}
