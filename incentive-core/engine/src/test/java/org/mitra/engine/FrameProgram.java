package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/** Any program of a year that counts, pays and shares in unusual ways. */
final class FrameProgram {
  private final Random random;
  final Terms terms;
  final Map<String, List<Period>> enrolled = new HashMap<>();

  FrameProgram(Random random) {
    this.random = random;
    for (String payee : Market.PAYEES) {
      LocalDate from = LocalDate.parse("2026-01-01").plusDays(random.nextInt(90) - 45L);
      LocalDate until = LocalDate.parse("2026-09-01").plusDays(random.nextInt(300));
      enrolled.put(payee, List.of(new Period(from, until)));
    }
    SalesRule rule = rule();
    boolean own = rule instanceof EarningRule;
    int months = 1 + random.nextInt(3);
    Payee payee = Seeded.any(random, Payee.SELLER, Payee.REPRESENTATIVE, Payee.ABOVE_SELLER);
    TermsOf made =
        TermsOf.rule(rule)
            .zone("UTC")
            .periods(months, 0)
            .scope(Scope.of(Flow.SELL_OUT))
            .payee(payee)
            .enrolled(CreditFrom.ENROLLMENT)
            .counting(
                new Counting(
                    Seeded.any(random, Trigger.INVOICE, Trigger.INVOICE, Trigger.FULLY_PAID),
                    shared(payee),
                    Optional.empty(),
                    own && random.nextBoolean() ? Optional.of(months * 2) : Optional.empty(),
                    Optional.empty(),
                    rule instanceof Tiered && random.nextBoolean()
                        ? Thresholds.BY_DAYS
                        : Thresholds.UNPRORATED))
            .limits(limits());
    if (rule instanceof Contest) {
      made.grace(366);
    }
    if (own && random.nextInt(3) == 0) {
      made.pay(new Pay(maybe(amount(5_000)), draw(), maybe(amount(9_000))));
    }
    terms = made.terms();
  }

  CompiledProgram compiled() {
    return new CompiledProgram("program", Map.of(terms.from(), terms), enrolled);
  }

  /** Every payee in every period. */
  List<AccrualKey> keys() {
    List<AccrualKey> keys = new ArrayList<>();
    for (Period period : compiled().periods(terms.from(), terms.until())) {
      for (String payee : Market.PAYEES) {
        keys.add(new AccrualKey("program", payee, period, terms.currency().orElseThrow()));
      }
    }
    return keys;
  }

  private List<Part> shared(Payee payee) {
    List<Part> shared = new ArrayList<>();
    if (payee != Payee.REPRESENTATIVE && random.nextInt(3) == 0) {
      shared.add(new Part(Payee.REPRESENTATIVE, 1, 3));
    }
    if (payee != Payee.ABOVE_SELLER && random.nextInt(3) == 0) {
      shared.add(new Part(Payee.ABOVE_SELLER, 1, 7));
    }
    return shared;
  }

  private Limits limits() {
    boolean scarce = random.nextInt(4) == 0;
    return new Limits(
        random.nextInt(4) == 0 ? Optional.of(amount(8_000)) : Optional.empty(),
        scarce ? Optional.of(amount(20_000)) : Optional.empty(),
        scarce ? Limits.Scarce.PRO_RATA : Limits.Scarce.FIRST_COME);
  }

  private Optional<Draw> draw() {
    return maybe(new Draw(amount(8_000), random.nextBoolean()));
  }

  private SalesRule rule() {
    return switch (random.nextInt(6)) {
      case 0 -> new Flat(Measure.NET, rate());
      case 1 ->
          new Pool(Measure.NET, amount(150_000), rate(), Seeded.any(random, Pool.Sharing.values()));
      case 2 -> new Contest(Measure.NET, amount(5_000), prizes());
      case 3 ->
          new Tiered(
              Measure.NET,
              Measure.NET,
              Seeded.any(random, TierMethod.MARGINAL, TierMethod.WHOLE_AMOUNT),
              table(0, 600));
      default ->
          new Attainment(
              Measure.NET,
              Measure.NET,
              yardstick(),
              Seeded.any(random, Attainment.Mode.values()),
              table(100, 30));
    };
  }

  private Yardstick yardstick() {
    return switch (random.nextInt(3)) {
      case 0 -> Yardstick.of(Yardstick.Kind.LAST_YEAR);
      case 1 -> Yardstick.meanOf(1 + random.nextInt(3));
      default -> Yardstick.fixed(Integer.toString(1 + random.nextInt(1_000)));
    };
  }

  private TierTable table(int first, int step) {
    List<Tier> tiers = new ArrayList<>();
    int from = first + random.nextInt(step);
    for (int i = random.nextInt(4); i >= 0; i--) {
      tiers.add(new Tier(BigDecimal.valueOf(from), new Offer.Percentage(rate())));
      from += 1 + random.nextInt(step);
    }
    return new TierTable(Seeded.any(random, Starts.values()), tiers);
  }

  private List<BigDecimal> prizes() {
    List<BigDecimal> prizes = new ArrayList<>();
    BigDecimal prize = amount(9_000);
    for (int i = random.nextInt(4); i >= 0; i--) {
      prizes.add(0, prize);
      prize = prize.add(amount(3_000));
    }
    return prizes;
  }

  private Rate rate() {
    return Rate.of(BigDecimal.valueOf(1 + random.nextInt(2_500), 2).toPlainString() + "%");
  }

  private BigDecimal amount(int mostCents) {
    return BigDecimal.valueOf(1 + random.nextInt(mostCents), 2);
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
