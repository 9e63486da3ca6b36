package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/** Any program, with whole thresholds so that {@link Naive} can count units. */
final class RandomProgram {
  private final Random random;
  final Map<LocalDate, Terms> versions = new TreeMap<>();
  final Map<String, List<Period>> enrolled;

  RandomProgram(Random random) {
    this.random = random;
    this.enrolled =
        Map.of(
            "A", List.of(period("2026-02-10", "2026-08-05")),
            "B", List.of(period("2025-01-01", "2026-03-15"), period("2026-05-02", "9999-12-31")));
    int months = 1 + random.nextInt(4);
    int closingDay = random.nextBoolean() ? 0 : random.nextInt(32);
    ReturnsCount returns = Seeded.any(random, ReturnsCount.values());
    boolean claim = returns == ReturnsCount.IN_PERIOD_OF_SALE && random.nextInt(4) == 0;
    String zone = random.nextBoolean() ? "Asia/Jakarta" : "America/Los_Angeles";
    String until = random.nextBoolean() ? "2027-01-01" : "2026-11-19";
    Terms first = terms(months, closingDay, returns, claim, zone, until);
    versions.put(first.from(), first);
    if (random.nextInt(3) == 0) {
      LocalDate next = first.schedule().period(1 + random.nextInt(2)).start();
      versions.put(next, terms(months, closingDay, returns, claim, zone, until));
    }
  }

  CompiledProgram compiled() {
    return new CompiledProgram("program", versions, enrolled);
  }

  Naive naive() {
    return new Naive("program", versions, enrolled);
  }

  private Terms terms(
      int months, int closingDay, ReturnsCount returns, boolean claim, String zone, String until) {
    TermsOf terms =
        TermsOf.rule(rule(random, returns == ReturnsCount.IN_PERIOD_OF_SALE && !claim))
            .periods(months, closingDay)
            .returns(returns)
            .zone(zone)
            .term("2026-01-01", until)
            .scope(scope());
    if (claim) {
      terms.claim();
    }
    if (random.nextInt(3) == 0) {
      terms.grace(random.nextInt(40));
    }
    if (random.nextInt(3) == 0) {
      terms.enrolled(Seeded.any(random, CreditFrom.values()));
    }
    if (random.nextInt(3) == 0) {
      terms.most(Integer.toString(1 + random.nextInt(2_000)));
    }
    return terms.terms();
  }

  /** What each period settles by itself; what is carried has a test of its own. */
  private static final Negative[] OWN = {Negative.DEBT, Negative.NOTHING};

  static EarningRule rule(Random random) {
    return rule(random, true);
  }

  /**
   * Any rule.
   *
   * @param withSales whether sales count whole, each with its returns
   */
  private static EarningRule rule(Random random, boolean withSales) {
    Negative negative = Seeded.any(random, OWN);
    Optional<BigDecimal> perLine =
        withSales && random.nextBoolean()
            ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(40)))
            : Optional.empty();
    return switch (random.nextInt(9)) {
      case 0 ->
          new Flat(
              random.nextBoolean() ? Measure.NET : Measure.GROSS,
              rate(random),
              except(random, () -> new Offer.Percentage(rate(random))),
              perLine,
              negative);
      case 1 ->
          new PerUnit(
              amount(random),
              Per.UNIT,
              except(random, () -> new Offer.Each(amount(random))),
              perLine,
              negative);
      case 2 ->
          new PerUnit(
              amount(random),
              withSales ? Per.DOCUMENT : Per.UNIT,
              List.of(),
              Optional.empty(),
              negative);
      case 3 -> {
        boolean units = random.nextBoolean();
        BigDecimal every =
            BigDecimal.valueOf(1 + random.nextInt(units ? 40 : 3_000), units ? 0 : 1);
        yield new EveryX(units ? Measure.UNITS : Measure.NET, every, amount(random), negative);
      }
      default -> tiered(random);
    };
  }

  private static List<ProductOffer> except(Random random, Supplier<Offer> offer) {
    List<ProductOffer> except = new ArrayList<>();
    if (random.nextBoolean()) {
      except.add(new ProductOffer(Set.of("P0", "P3"), Set.of(), offer.get()));
      except.add(new ProductOffer(Set.of(), Set.of("G1"), offer.get()));
      except.add(new ProductOffer(Set.of("P2"), Set.of("G7"), offer.get()));
    }
    return except;
  }

  static Tiered tiered(Random random) {
    boolean percentages = random.nextInt(3) > 0;
    Measure pays = percentages ? Measure.NET : Measure.UNITS;
    Measure qualifies = percentages && random.nextBoolean() ? Measure.NET : Measure.UNITS;
    TierMethod method = Seeded.any(random, TierMethod.values());
    int step = qualifies == Measure.UNITS ? 60 : 3_000;
    List<Tier> tiers = new ArrayList<>();
    int from = random.nextBoolean() ? 0 : 1 + random.nextInt(step);
    for (int i = random.nextInt(4) + (method == TierMethod.LINEAR ? 1 : 0); i >= 0; i--) {
      tiers.add(tier(random, BigDecimal.valueOf(from), method, percentages));
      from += 1 + random.nextInt(step);
    }
    return new Tiered(
        qualifies,
        pays,
        method,
        new TierTable(Seeded.any(random, Starts.values()), tiers),
        Seeded.any(random, OWN));
  }

  private static Tier tier(Random random, BigDecimal from, TierMethod method, boolean percentages) {
    Offer offer = percentages ? new Offer.Percentage(rate(random)) : new Offer.Each(amount(random));
    boolean once = random.nextInt(3) == 0 && method != TierMethod.LINEAR;
    boolean onlyOnce = method == TierMethod.FIXED || (once && random.nextInt(3) == 0);
    return new Tier(
        from,
        onlyOnce ? new Offer.Nothing() : offer,
        once || onlyOnce ? Optional.of(amount(random)) : Optional.empty());
  }

  private Scope scope() {
    return new Scope(
        random.nextBoolean() ? Set.of(Flow.SELL_IN) : Set.of(Flow.SELL_IN, Flow.SELL_THROUGH),
        random.nextBoolean() ? Set.of() : Set.of("P0", "P1"),
        random.nextBoolean() ? Set.of() : Set.of("G1"),
        random.nextInt(3) > 0 ? Set.of() : Set.of("DEALER"),
        random.nextInt(3) > 0 ? Set.of() : Set.of("GOLD"),
        random.nextInt(3) > 0 ? Set.of() : Set.of("JAVA"));
  }

  private static Rate rate(Random random) {
    return Rate.of(BigDecimal.valueOf(random.nextInt(1_001), 1).toPlainString() + "%");
  }

  private static BigDecimal amount(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(500), 2);
  }

  private static Period period(String from, String until) {
    return new Period(LocalDate.parse(from), LocalDate.parse(until));
  }
}
