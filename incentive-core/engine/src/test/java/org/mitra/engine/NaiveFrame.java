package org.mitra.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.time.Period;

/**
 * Spans, growth, shares, overrides, draws, pools, contests and shared budgets once more, by hand:
 * one pass over all lines for each figure, school-book fractions, and no line in common with the
 * engine.
 */
final class NaiveFrame {
  private static final Fraction HUNDRED = Fraction.of(new BigDecimal(100));

  private final Terms terms;
  private final Map<String, List<Period>> enrolled;
  private final List<SalesLine> lines;
  private final List<Period> periods = new ArrayList<>();

  NaiveFrame(FrameProgram program, List<SalesLine> lines) {
    this.terms = program.terms;
    this.enrolled = program.enrolled;
    this.lines = lines;
    LocalDate start = terms.from();
    while (start.isBefore(terms.until())) {
      periods.add(new Period(start, start.plusMonths(terms.periodMonths())));
      start = start.plusMonths(terms.periodMonths());
    }
  }

  /** What everybody is paid in every period, in cents. */
  Map<Integer, Map<String, BigInteger>> paid() {
    Map<Integer, Map<String, BigInteger>> all = new TreeMap<>();
    BigInteger given = BigInteger.ZERO;
    for (int at = 0; at < periods.size(); at++) {
      Map<String, BigInteger> paid = new TreeMap<>();
      for (String payee : Market.PAYEES) {
        paid.put(payee, earned(payee, at));
      }
      if (terms.limits().scarce() == Limits.Scarce.PRO_RATA) {
        BigInteger budget = terms.limits().budget().get().movePointRight(2).toBigIntegerExact();
        ration(paid, budget.subtract(given));
        given = given.add(paid.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
      }
      all.put(at, paid);
    }
    return all;
  }

  private static void ration(Map<String, BigInteger> paid, BigInteger left) {
    BigInteger asked = BigInteger.ZERO;
    BigInteger there = left;
    Map<String, Fraction> weights = new TreeMap<>();
    for (Map.Entry<String, BigInteger> one : paid.entrySet()) {
      asked = asked.add(one.getValue().max(BigInteger.ZERO));
      there = there.subtract(one.getValue().min(BigInteger.ZERO));
      weights.put(one.getKey(), new Fraction(one.getValue().max(BigInteger.ZERO), BigInteger.ONE));
    }
    if (asked.compareTo(there.max(BigInteger.ZERO)) > 0) {
      Map<String, BigInteger> shares = shareOut(there.max(BigInteger.ZERO), weights);
      paid.replaceAll((payee, cents) -> shares.get(payee).add(cents.min(BigInteger.ZERO)));
    }
  }

  private BigInteger earned(String payee, int at) {
    if (terms.rule() instanceof PoolRule) {
      Map<String, BigInteger> shares =
          terms.rule() instanceof Pool pool ? pool(pool, at) : contest((Contest) terms.rule(), at);
      BigInteger share = shares.getOrDefault(payee, BigInteger.ZERO);
      return terms
          .limits()
          .perPayee()
          .map(most -> share.min(most.movePointRight(2).toBigIntegerExact()))
          .orElse(share);
    }
    BigInteger before = settledBefore(payee, at);
    Fraction commission = total(payee, at).plus(cents(before).negated());
    Fraction all = commission;
    if (paidAnyway(payee, at)) {
      if (terms.pay().draw().isPresent()) {
        Draw draw = terms.pay().draw().get();
        Fraction advance = Fraction.of(draw.amount());
        if (commission.below(advance)) {
          all = advance;
        } else if (draw.recoverable()) {
          Fraction over = commission.plus(advance.negated());
          all = commission.plus(debt(payee, at).smaller(over).negated());
        }
      }
      all = all.plus(terms.pay().base().map(Fraction::of).orElse(Fraction.ZERO));
      Fraction least = terms.pay().atLeast().map(Fraction::of).orElse(all);
      all = all.below(least) ? least : all;
    }
    return rounded(all.plus(cents(before))).subtract(before);
  }

  private boolean paidAnyway(String payee, int at) {
    Period time = enrolled.get(payee).get(0);
    return time.start().isBefore(periods.get(at).end())
        && periods.get(at).start().isBefore(time.end());
  }

  private Fraction debt(String payee, int at) {
    Fraction debt = Fraction.ZERO;
    for (int earlier = 0; earlier < at; earlier++) {
      if (paidAnyway(payee, earlier)) {
        Fraction commission =
            total(payee, earlier).plus(cents(settledBefore(payee, earlier)).negated());
        Fraction advance = Fraction.of(terms.pay().draw().get().amount());
        debt = debt.plus(advance).plus(commission.negated());
        debt = debt.below(Fraction.ZERO) ? Fraction.ZERO : debt;
      }
    }
    return debt;
  }

  private int spanStart(int at) {
    int span = terms.counting().spanMonths().map(it -> it / terms.periodMonths()).orElse(1);
    return at - at % span;
  }

  private BigInteger settledBefore(String payee, int at) {
    return at == spanStart(at) ? BigInteger.ZERO : rounded(total(payee, at - 1));
  }

  /** What the span has earned up to the period. */
  private Fraction total(String payee, int at) {
    Fraction volume = Fraction.ZERO;
    Fraction base = Fraction.ZERO;
    boolean any = false;
    for (int i = spanStart(at); i <= at; i++) {
      Optional<Fraction> own = volume(payee, i);
      any |= own.isPresent();
      volume = volume.plus(own.orElse(Fraction.ZERO));
      base = base.plus(base(payee, i));
    }
    Fraction share = daysThatCount(payee, at);
    // Smaller thresholds are the same as more volume, of which only a part is there.
    Fraction earned = any ? earn(volume.dividedBy(share), base).times(share) : Fraction.ZERO;
    return terms.limits().perPayee().map(Fraction::of).map(earned::smaller).orElse(earned);
  }

  private Fraction daysThatCount(String payee, int at) {
    if (terms.counting().thresholds() == Thresholds.UNPRORATED) {
      return Fraction.of(BigDecimal.ONE);
    }
    int length = terms.counting().spanMonths().orElse(terms.periodMonths());
    LocalDate first = periods.get(spanStart(at)).start();
    int all = 0;
    int his = 0;
    for (LocalDate day = first; day.isBefore(first.plusMonths(length)); day = day.plusDays(1)) {
      all++;
      his += enrolled.get(payee).get(0).contains(day) ? 1 : 0;
    }
    return his == 0
        ? Fraction.of(BigDecimal.ONE)
        : Fraction.of(BigDecimal.valueOf(his)).dividedBy(Fraction.of(BigDecimal.valueOf(all)));
  }

  private Fraction earn(Fraction volume, Fraction base) {
    if (terms.rule() instanceof Flat flat) {
      return volume.times(percent(flat.rate().percent()));
    }
    if (terms.rule() instanceof Tiered tiered) {
      return tiered.method() == TierMethod.MARGINAL
          ? bands(tiered.table(), volume)
          : volume.times(rateAt(tiered.table(), volume));
    }
    Attainment rule = (Attainment) terms.rule();
    if (!Fraction.ZERO.below(base) || volume.top().signum() == 0) {
      return Fraction.ZERO;
    }
    Fraction attained = volume.times(HUNDRED).dividedBy(base);
    return switch (rule.mode()) {
      case WHOLE_AMOUNT -> volume.times(rateAt(rule.table(), attained));
      case EXCESS -> volume.plus(base.negated()).times(rateAt(rule.table(), attained));
      case MARGINAL -> bands(rule.table(), attained).times(base).dividedBy(HUNDRED);
    };
  }

  private static Fraction rateAt(TierTable table, Fraction volume) {
    Fraction rate = Fraction.ZERO;
    boolean first = true;
    for (Tier tier : table.tiers()) {
      Fraction from = Fraction.of(tier.from());
      boolean started = table.starts() == Starts.REACHED ? !volume.below(from) : from.below(volume);
      boolean fromZero = first && tier.from().signum() == 0;
      rate = started || fromZero ? percent(tier) : rate;
      first = false;
    }
    return rate;
  }

  private static Fraction bands(TierTable table, Fraction volume) {
    Fraction earned = Fraction.ZERO;
    List<Tier> tiers = table.tiers();
    for (int i = 0; i < tiers.size(); i++) {
      Fraction from = Fraction.of(tiers.get(i).from());
      Fraction to =
          i + 1 < tiers.size() ? Fraction.of(tiers.get(i + 1).from()).smaller(volume) : volume;
      boolean debt = i == 0 && tiers.get(i).from().signum() == 0;
      if (from.below(to) || debt) {
        earned = earned.plus(to.plus(from.negated()).times(percent(tiers.get(i))));
      }
    }
    return earned;
  }

  private Map<String, BigInteger> pool(Pool pool, int at) {
    Map<String, Fraction> weights = new TreeMap<>();
    Fraction total = Fraction.ZERO;
    for (String payee : Market.PAYEES) {
      Optional<Fraction> own = volume(payee, at);
      if (own.isPresent() || paidAnyway(payee, at)) {
        Fraction sold = own.orElse(Fraction.ZERO);
        total = total.plus(sold);
        boolean equal = pool.sharing() == Pool.Sharing.EQUALLY;
        Fraction gained = sold.below(Fraction.ZERO) ? Fraction.ZERO : sold;
        weights.put(payee, equal ? Fraction.of(BigDecimal.ONE) : gained);
      }
    }
    return total.below(Fraction.of(pool.target()))
        ? Map.of()
        : shareOut(rounded(total.times(percent(pool.rate().percent()))), weights);
  }

  private Map<String, BigInteger> contest(Contest contest, int at) {
    Map<String, BigInteger> won = new HashMap<>();
    Map<String, Fraction> sold = new TreeMap<>();
    for (String payee : Market.PAYEES) {
      sold.put(payee, volume(payee, at).orElse(Fraction.ZERO));
    }
    for (String payee : sold.keySet()) {
      Fraction own = sold.get(payee);
      Map<String, Fraction> equals = new TreeMap<>();
      int better = 0;
      for (Map.Entry<String, Fraction> other : sold.entrySet()) {
        boolean ahead = own.below(other.getValue());
        boolean behind = other.getValue().below(own);
        better += ahead ? 1 : 0;
        if (!ahead && !behind) {
          equals.put(other.getKey(), Fraction.of(BigDecimal.ONE));
        }
      }
      BigDecimal prizes = BigDecimal.ZERO;
      for (int i = better; i < Math.min(better + equals.size(), contest.prizes().size()); i++) {
        prizes = prizes.add(contest.prizes().get(i));
      }
      if (!own.below(Fraction.of(contest.least()))) {
        won.put(payee, shareOut(prizes.movePointRight(2).toBigIntegerExact(), equals).get(payee));
      }
    }
    return won;
  }

  /** Cents by weight: cut down, and what is left over one by one to the largest remainders. */
  private static Map<String, BigInteger> shareOut(BigInteger cents, Map<String, Fraction> weights) {
    Fraction sum = weights.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    Map<String, BigInteger> shares = new TreeMap<>();
    Map<String, Fraction> rest = new TreeMap<>();
    BigInteger left = cents;
    for (Map.Entry<String, Fraction> one : weights.entrySet()) {
      Fraction exact = new Fraction(cents, BigInteger.ONE).times(one.getValue()).dividedBy(sum);
      BigInteger down = exact.top().divide(exact.bottom());
      shares.put(one.getKey(), down);
      rest.put(one.getKey(), exact.plus(new Fraction(down.negate(), BigInteger.ONE)));
      left = left.subtract(down);
    }
    for (; left.signum() > 0; left = left.subtract(BigInteger.ONE)) {
      String largest = rest.keySet().iterator().next();
      for (String payee : rest.keySet()) {
        largest = rest.get(largest).below(rest.get(payee)) ? payee : largest;
      }
      shares.merge(largest, BigInteger.ONE, BigInteger::add);
      rest.put(largest, Fraction.of(BigDecimal.ONE.negate()));
    }
    return shares;
  }

  /** What counts for the payee in the period; empty when no line does. */
  private Optional<Fraction> volume(String payee, int at) {
    Optional<Fraction> volume = Optional.empty();
    for (SalesLine line : lines) {
      Optional<LocalDate> day = day(line);
      Optional<Party> credited = terms.payee().of(line);
      if (day.isPresent()
          && periods.get(at).contains(day.get())
          && credited.isPresent()
          && enrolled.get(credited.get().id()).get(0).contains(day.get())) {
        Optional<Fraction> share = share(line, payee);
        if (share.isPresent()) {
          Fraction part = Fraction.of(line.net()).times(share.get());
          volume = Optional.of(volume.orElse(Fraction.ZERO).plus(part));
        }
      }
    }
    return volume;
  }

  private Fraction base(String payee, int at) {
    if (!(terms.rule() instanceof Attainment rule)) {
      return Fraction.ZERO;
    }
    if (rule.yardstick().amount().isPresent()) {
      return Fraction.of(rule.yardstick().amount().get());
    }
    int many = rule.yardstick().periods().orElse(1);
    boolean lastYear = rule.yardstick().kind() == Yardstick.Kind.LAST_YEAR;
    LocalDate start = periods.get(at).start();
    LocalDate from =
        lastYear ? start.minusYears(1) : start.minusMonths((long) many * terms.periodMonths());
    LocalDate until = lastYear ? periods.get(at).end().minusYears(1) : start;
    Fraction base = Fraction.ZERO;
    for (SalesLine line : lines) {
      Optional<LocalDate> day = day(line);
      if (day.isPresent() && !day.get().isBefore(from) && day.get().isBefore(until)) {
        Fraction share = share(line, payee).orElse(Fraction.ZERO);
        base = base.plus(Fraction.of(line.net()).times(share));
      }
    }
    return base.over(many);
  }

  private Optional<LocalDate> day(SalesLine line) {
    Optional<Instant> when =
        terms.counting().trigger() == Trigger.FULLY_PAID
            ? line.dates().paidAt()
            : Optional.of(line.countsAt());
    return when.map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  private Optional<Fraction> share(SalesLine line, String payee) {
    Optional<Party> credited = terms.payee().of(line);
    if (credited.isEmpty()) {
      return Optional.empty();
    }
    Fraction rest = Fraction.of(BigDecimal.ONE);
    Fraction own = Fraction.ZERO;
    boolean named = credited.get().id().equals(payee);
    for (Part part : terms.counting().shared()) {
      Optional<Party> other = part.payee().of(line);
      if (other.isPresent() && !other.get().id().equals(credited.get().id())) {
        Fraction given = Fraction.of(BigDecimal.valueOf(part.part())).over(part.of());
        rest = rest.plus(given.negated());
        if (other.get().id().equals(payee)) {
          own = own.plus(given);
          named = true;
        }
      }
    }
    own = credited.get().id().equals(payee) ? own.plus(rest) : own;
    return named ? Optional.of(own) : Optional.empty();
  }

  /** Half a cent goes away from zero. */
  private static BigInteger rounded(Fraction amount) {
    Fraction cents = amount.times(HUNDRED);
    boolean negative = cents.below(Fraction.ZERO);
    Fraction size = negative ? cents.negated() : cents;
    BigInteger doubled = size.top().shiftLeft(1).add(size.bottom());
    BigInteger whole = doubled.divide(size.bottom().shiftLeft(1));
    return negative ? whole.negate() : whole;
  }

  private static Fraction cents(BigInteger cents) {
    return new Fraction(cents, BigInteger.valueOf(100));
  }

  private static Fraction percent(Tier tier) {
    return percent(((Offer.Percentage) tier.offer()).rate().percent());
  }

  private static Fraction percent(BigDecimal percent) {
    return Fraction.of(percent).over(100);
  }
}
