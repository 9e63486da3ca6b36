package org.mitra.programs.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flat;
import org.mitra.engine.Flow;
import org.mitra.engine.FundRule;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Measure;
import org.mitra.engine.Negative;
import org.mitra.engine.Offer;
import org.mitra.engine.Payee;
import org.mitra.engine.PerUnit;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Rule;
import org.mitra.engine.Scope;
import org.mitra.engine.Starts;
import org.mitra.engine.Terms;
import org.mitra.engine.Tier;
import org.mitra.engine.TierMethod;
import org.mitra.engine.TierTable;
import org.mitra.engine.Tiered;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.time.Zones;

/** Any terms that are allowed. */
final class RandomTerms {
  private static final List<String> ZONES =
      List.of("Asia/Jakarta", "Asia/Makassar", "UTC", "America/Los_Angeles");

  private final Random random;

  RandomTerms(Random random) {
    this.random = random;
  }

  Terms next() {
    Rule rule = rule();
    boolean fund = rule instanceof FundRule;
    LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800));
    Optional<ClaimTerms> claim =
        fund ? Optional.empty() : maybe(new ClaimTerms(1 + random.nextInt(366), flip()));
    return new Terms(
        new Label("Nama " + random.nextInt(), "Name “" + random.nextInt() + "” <&>\\ \" 日本"),
        Optional.of(Currency.EUR),
        Zones.of(ZONES.get(random.nextInt(ZONES.size()))),
        from,
        from.plusDays(1 + random.nextInt(2000)),
        1 + random.nextInt(12),
        random.nextInt(32),
        maybe(random.nextInt(367)),
        any(Payee.values()),
        scope(),
        any(EnrollmentMode.values()),
        any(CreditFrom.values()),
        claim.isPresent() ? ReturnsCount.IN_PERIOD_OF_SALE : any(ReturnsCount.values()),
        claim,
        rule,
        new Limits(fund ? Optional.empty() : maybe(amount(2)), maybe(amount(2))));
  }

  private Rule rule() {
    return switch (random.nextInt(5)) {
      case 0 -> new Flat(flip() ? Measure.NET : Measure.GROSS, rate());
      case 1 -> new PerUnit(amount(4));
      case 2 -> new FundRule(rate(), maybe(amount(2)), 1 + random.nextInt(366));
      default -> tiered();
    };
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
        any(Measure.values()),
        pays,
        method,
        new TierTable(any(Starts.values()), tiers),
        any(Negative.values()));
  }

  private Tier tier(BigDecimal from, TierMethod method, boolean percentages) {
    Offer offer = percentages ? new Offer.Percentage(rate()) : new Offer.Each(amount(4));
    if (method == TierMethod.FIXED || (method != TierMethod.LINEAR && random.nextInt(5) == 0)) {
      return new Tier(from, new Offer.Nothing(), Optional.of(amount(4)));
    }
    return new Tier(from, offer, method == TierMethod.LINEAR ? Optional.empty() : maybe(amount(4)));
  }

  private Scope scope() {
    Set<Flow> flows = new HashSet<>();
    flows.add(any(Flow.values()));
    flows.add(any(Flow.values()));
    return new Scope(
        flows,
        codes("P"),
        codes("G"),
        flip() ? Set.of() : Set.of("DEALER"),
        codes("L"),
        codes("R"));
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
