package org.mitra.programs.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.mitra.engine.Attach;
import org.mitra.engine.Attainment;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.Contest;
import org.mitra.engine.Conversion;
import org.mitra.engine.Counting;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.Draw;
import org.mitra.engine.EarningRule;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.EveryX;
import org.mitra.engine.Flat;
import org.mitra.engine.Flow;
import org.mitra.engine.FundAccrual;
import org.mitra.engine.FundRule;
import org.mitra.engine.Label;
import org.mitra.engine.LatePenalty;
import org.mitra.engine.LevelOn;
import org.mitra.engine.Limits;
import org.mitra.engine.Measure;
import org.mitra.engine.Negative;
import org.mitra.engine.NewCustomer;
import org.mitra.engine.Offer;
import org.mitra.engine.Part;
import org.mitra.engine.Pay;
import org.mitra.engine.Payee;
import org.mitra.engine.Per;
import org.mitra.engine.PerUnit;
import org.mitra.engine.Pool;
import org.mitra.engine.ProductOffer;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Rule;
import org.mitra.engine.SalesRule;
import org.mitra.engine.Scope;
import org.mitra.engine.Settles;
import org.mitra.engine.Stacking;
import org.mitra.engine.Starts;
import org.mitra.engine.Terms;
import org.mitra.engine.Thresholds;
import org.mitra.engine.Tier;
import org.mitra.engine.TierMethod;
import org.mitra.engine.TierTable;
import org.mitra.engine.Tiered;
import org.mitra.engine.Trigger;
import org.mitra.engine.Yardstick;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.time.Zones;

/** Any terms that are allowed. */
final class RandomTerms {
  private static final List<String> ZONES =
      List.of("Asia/Jakarta", "Asia/Makassar", "UTC", "America/Los_Angeles");

  private static final Measure[] COUNTED = {
    Measure.NET,
    Measure.GROSS,
    Measure.UNITS,
    Measure.MARGIN,
    Measure.DISCOUNT,
    Measure.DOCUMENTS,
    Measure.CUSTOMERS
  };

  /** What sales of the past can be compared by. */
  private static final Measure[] SUMMED = {
    Measure.NET, Measure.GROSS, Measure.UNITS, Measure.DISCOUNT
  };

  private final Random random;

  RandomTerms(Random random) {
    this.random = random;
  }

  Terms next() {
    Rule rule = rule();
    boolean fund = rule instanceof FundRule;
    LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800));
    boolean own = rule instanceof EarningRule;
    boolean whole = rule instanceof SalesRule sales && sales.needsWholeSales();
    boolean weeks = random.nextInt(5) == 0;
    int months = weeks ? 0 : 1 + random.nextInt(12);
    boolean span = own && !weeks && random.nextInt(3) == 0;
    boolean paid = own && random.nextInt(3) == 0;
    boolean byDays = rule instanceof Tiered && flip();
    Optional<ClaimTerms> claim =
        fund || whole
            ? Optional.empty()
            : maybe(new ClaimTerms(1 + random.nextInt(366), flip(), late(rule)));
    return new Terms(
        new Label("Nama " + random.nextInt(), "Name “" + random.nextInt() + "” <&>\\ \" 日本"),
        Optional.of(Currency.EUR),
        Zones.of(ZONES.get(random.nextInt(ZONES.size()))),
        from,
        from.plusDays(1 + random.nextInt(2000)),
        months,
        weeks ? 0 : random.nextInt(32),
        rule instanceof Contest ? Optional.of(random.nextInt(367)) : maybe(random.nextInt(367)),
        any(Payee.values()),
        scope(),
        paid || byDays ? EnrollmentMode.ENROLLED : any(EnrollmentMode.values()),
        any(CreditFrom.values()),
        claim.isPresent() || whole ? ReturnsCount.IN_PERIOD_OF_SALE : any(ReturnsCount.values()),
        claim,
        rule,
        limits(fund),
        counting(
            span ? Optional.of(months * 2) : Optional.empty(),
            weeks,
            byDays ? Thresholds.BY_DAYS : Thresholds.UNPRORATED),
        paid ? pay() : Pay.NONE,
        own && !span && !paid ? maybe(stacking()) : Optional.empty(),
        any(SAID));
  }

  /** What terms may say; a fund settles into itself. */
  private static final Settles[] SAID = {Settles.PAYOUT, Settles.RECORDED, Settles.POINTS};

  private static final Negative[] OWN = {Negative.DEBT, Negative.NOTHING};

  private Optional<FundAccrual> accrual() {
    return maybe(new FundAccrual(rate(), 1 + random.nextInt(60)));
  }

  private Optional<LatePenalty> late(Rule rule) {
    boolean single = rule instanceof Flat || rule instanceof PerUnit;
    return single
        ? maybe(new LatePenalty(Rate.of(1 + random.nextInt(8) + "%"), 1 + random.nextInt(12)))
        : Optional.empty();
  }

  private Limits limits(boolean fund) {
    Optional<BigDecimal> budget = maybe(amount(2));
    return new Limits(
        fund ? Optional.empty() : maybe(amount(2)),
        budget,
        budget.isPresent() && !fund ? any(Limits.Scarce.values()) : Limits.Scarce.FIRST_COME);
  }

  private Counting counting(Optional<Integer> spanMonths, boolean weeks, Thresholds thresholds) {
    return new Counting(
        any(Trigger.values()),
        flip() ? List.of() : List.of(new Part(any(Payee.values()), 1, 2 + random.nextInt(9))),
        maybe(any(Conversion.values())),
        spanMonths,
        weeks ? Optional.of(1 + random.nextInt(52)) : Optional.empty(),
        thresholds);
  }

  private Pay pay() {
    return new Pay(
        maybe(amount(2)),
        maybe(new Draw(amount(2), flip())),
        maybe(amount(2)),
        flip() ? List.of() : List.of(new Pay.Training("C" + random.nextInt(9), amount(2))));
  }

  private Stacking stacking() {
    Stacking.Method method = any(Stacking.Method.values());
    boolean whole = method == Stacking.Method.BEST_OF || method == Stacking.Method.PRIORITY;
    return new Stacking(
        "group " + random.nextInt(9),
        method,
        whole ? any(Stacking.Unit.values()) : Stacking.Unit.SALE,
        1 + random.nextInt(10_000),
        method == Stacking.Method.TOTAL_CEILING ? Optional.of(rate()) : Optional.empty());
  }

  private Rule rule() {
    return switch (random.nextInt(11)) {
      case 8 -> new Attach(Set.of("G1", "G2", "G" + (3 + random.nextInt(9))), amount(4));
      case 9 -> new NewCustomer(amount(4));
      case 10 -> new EveryX(any(COUNTED), amount(4), amount(4), any(OWN));
      case 5 -> attainment();
      case 6 -> new Pool(Measure.NET, amount(4), rate(), any(Pool.Sharing.values()));
      case 7 -> new Contest(any(COUNTED), amount(4), List.of(amount(2)));
      case 0 ->
          new Flat(
              flip() ? Measure.NET : Measure.GROSS,
              rate(),
              except(() -> new Offer.Percentage(rate())),
              maybe(amount(4)),
              any(OWN));
      case 1 -> perUnit();
      case 2 -> new FundRule(rate(), maybe(amount(2)), 1 + random.nextInt(366), accrual());
      default -> tiered();
    };
  }

  private PerUnit perUnit() {
    boolean documents = flip();
    return new PerUnit(
        amount(4),
        documents ? Per.DOCUMENT : Per.UNIT,
        documents ? List.of() : except(() -> new Offer.Each(amount(4))),
        documents ? Optional.empty() : maybe(amount(4)),
        any(OWN));
  }

  private List<ProductOffer> except(Supplier<Offer> offer) {
    List<ProductOffer> except = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Set<String> groups = flip() ? Set.of("G-" + i, "G+" + i) : Set.of();
      Set<String> items = groups.isEmpty() || flip() ? Set.of("P-" + i, "P+" + i) : Set.of();
      except.add(new ProductOffer(items, groups, offer.get()));
    }
    return except;
  }

  private Attainment attainment() {
    Yardstick.Kind kind = any(Yardstick.Kind.values());
    Yardstick yardstick =
        new Yardstick(
            kind,
            kind == Yardstick.Kind.FIXED ? Optional.of(amount(4)) : Optional.empty(),
            kind == Yardstick.Kind.ROLLING_MEAN
                ? Optional.of(1 + random.nextInt(24))
                : Optional.empty());
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      tiers.add(tier(BigDecimal.valueOf(100 + 10L * i), TierMethod.MARGINAL, true));
    }
    boolean past = kind == Yardstick.Kind.LAST_YEAR || kind == Yardstick.Kind.ROLLING_MEAN;
    return new Attainment(
        past ? any(SUMMED) : any(COUNTED),
        Measure.NET,
        yardstick,
        any(Attainment.Mode.values()),
        new TierTable(any(Starts.values()), tiers));
  }

  private Tiered tiered() {
    boolean percentages = flip();
    TierMethod method = any(TierMethod.values());
    List<Tier> tiers = new ArrayList<>();
    BigDecimal from = flip() ? BigDecimal.ZERO : amount(4);
    for (int i = random.nextInt(5) + (method == TierMethod.LINEAR ? 1 : 0); i >= 0; i--) {
      tiers.add(tier(from, method, percentages));
      from = from.add(amount(4));
    }
    Measure pays = percentages ? Measure.NET : Measure.UNITS;
    return new Tiered(
        any(COUNTED), pays, method, new TierTable(any(Starts.values()), tiers), any(OWN));
  }

  private Tier tier(BigDecimal from, TierMethod method, boolean percentages) {
    Offer offer = percentages ? new Offer.Percentage(rate()) : new Offer.Each(amount(4));
    if (method == TierMethod.FIXED || (method != TierMethod.LINEAR && random.nextInt(5) == 0)) {
      return new Tier(from, new Offer.Nothing(), Optional.of(amount(4)));
    }
    return new Tier(from, offer, method == TierMethod.LINEAR ? Optional.empty() : maybe(amount(4)));
  }

  private Scope scope() {
    Set<String> levels = codes("L");
    Set<Flow> flows = new HashSet<>();
    flows.add(any(Flow.values()));
    flows.add(any(Flow.values()));
    return new Scope(
        flows,
        codes("P"),
        codes("G"),
        flip() ? Set.of() : Set.of("DEALER"),
        levels,
        codes("R"),
        codes("T"),
        codes("C"),
        codes("X"),
        maybe(1 + random.nextInt(1000)),
        levels.isEmpty() ? LevelOn.SALE : any(LevelOn.values()));
  }

  private Set<String> codes(String prefix) {
    Set<String> codes = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      codes.add(prefix + random.nextInt(100));
    }
    return codes;
  }

  private BigDecimal amount(int scale) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), scale);
  }

  private Rate rate() {
    return Rate.of(BigDecimal.valueOf(1 + random.nextInt(10_000), 2).toPlainString() + "%");
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private <T> Optional<T> maybe(T value) {
    return flip() ? Optional.of(value) : Optional.empty();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
