package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.time.Period;
import org.mitra.time.Schedule;
import org.mitra.time.Zones;

/**
 * Everything that a program version promises. Immutable; designer page, API, simulator and
 * agreement share it.
 *
 * @param name the program's name in both languages
 * @param currency of its amounts and measures; empty for a program of percentages that pays each
 *     sale in the sale's own currency
 * @param zone in which its days begin
 * @param from its first day
 * @param until the day after its last
 * @param periodMonths length of a settlement period
 * @param closingDay day of the month on which periods end, 0 when they begin on the day of {@code
 *     from}
 * @param graceDays days after a period's end within which its sales must be reported; empty for no
 *     limit
 * @param payee which party to a sale earns
 * @param scope which sales count
 * @param enrollment whether partners have to be enrolled
 * @param creditFrom from when one who joins in mid-period earns
 * @param returns in which period a return counts
 * @param claim present when only claimed and approved units count
 * @param rule what is paid
 * @param limits most that is paid
 * @param counting how sales are counted
 * @param pay what is paid beside what sales earn
 * @param stacking how the program gets along with others
 * @param settles what becomes of what was earned
 */
public record Terms(
    Label name,
    Optional<Currency> currency,
    ZoneId zone,
    LocalDate from,
    LocalDate until,
    int periodMonths,
    int closingDay,
    Optional<Integer> graceDays,
    Payee payee,
    Scope scope,
    EnrollmentMode enrollment,
    CreditFrom creditFrom,
    ReturnsCount returns,
    Optional<ClaimTerms> claim,
    Rule rule,
    Limits limits,
    Counting counting,
    Pay pay,
    Optional<Stacking> stacking,
    Settles settles) {

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

  public Terms {
    Check check = new Check();
    check.present("name", name).present("payee", payee).present("scope", scope);
    check.present("enrollment", enrollment).present("creditFrom", creditFrom);
    check.present("returns", returns).present("rule", rule).present("limits", limits);
    checkTime(check, zone, from, until);
    check.present("counting", counting).present("pay", pay).present("settles", settles);
    boolean inWeeks = counting != null && counting.periodWeeks().isPresent();
    check.within(
        "periodMonths", periodMonths, inWeeks ? 0 : 1, inWeeks ? 0 : 120, "months-out-of-range");
    check.that(!inWeeks || closingDay == 0, "closingDay", "weeks-close-with-their-days");
    check.within("closingDay", closingDay, 0, 31, "day-out-of-range");
    graceDays.ifPresent(days -> check.within("graceDays", days, 0, 366, "days-out-of-range"));
    boolean amounts =
        (rule != null && rule.namesAmounts())
            || (limits != null && limits.any())
            || (pay != null && pay.any())
            || (counting != null && counting.conversion().isPresent());
    check.that(!amounts || currency.isPresent(), "currency", "amounts-need-currency");
    if (limits != null) {
      check.payable("limits/perPayee", limits.perPayee(), currency);
      check.payable("limits/budget", limits.budget(), currency);
    }
    if (claim.isPresent()) {
      // An approved unit stands and falls with its sale, in whatever period it comes back.
      check.that(returns != ReturnsCount.IN_PERIOD_OF_RETURN, "returns", "claims-follow-the-sale");
      // What a unit loses has to be a part of what it earned.
      boolean single = rule == null || rule instanceof Flat || rule instanceof PerUnit;
      check.that(claim.get().late().isEmpty() || single, "claim/late", "late-needs-single-units");
    }
    if (rule instanceof FundRule fund) {
      check.payable("rule/perActivity", fund.perActivity(), currency);
      check.that(claim.isEmpty(), "claim", "fund-has-own-claims");
      boolean limited = limits != null && limits.perPayee().isPresent();
      check.that(!limited, "limits/perPayee", "fund-limits-by-allocation");
      boolean grows = fund.accrual() != null && fund.accrual().isPresent();
      check.that(!grows || currency.isPresent(), "currency", "amounts-need-currency");
      boolean shared = limits != null && limits.scarce() == Limits.Scarce.PRO_RATA;
      check.that(!grows || !shared, "limits/scarce", "fund-budget-first-come");
    }
    checkBeside(check, counting, pay, periodMonths, enrollment, rule);
    check.that(settles != Settles.FUND, "settles", "settles-by-fund-rule");
    boolean single = rule instanceof EarningRule && counting != null;
    check.that(
        stacking == null
            || stacking.isEmpty()
            || (single && counting.spanMonths().isEmpty() && !pay.any()),
        "stacking",
        "stacking-needs-own-sales");
    if (rule instanceof SalesRule sales && sales.pays() != null && sales.qualifies() != null) {
      checkSales(check, sales, graceDays, returns, claim);
    }
    if (rule instanceof EarningRule earning && earning.negative() == Negative.CARRIED) {
      boolean plain = !earning.needsLines() && earning.qualifies() == earning.pays();
      boolean alone = counting == null || counting.spanMonths().isEmpty();
      boolean stacks = stacking != null && stacking.isPresent();
      check.that(plain && alone && !stacks, "rule/negative", "carried-needs-plain-sums");
    }
    boolean inside = counting != null && counting.inPeriod().isPresent();
    check.that(!inside || canBeCut(rule, counting, stacking), "inPeriod", "inside-needs-own-sales");
    if (rule instanceof Contest contest) {
      for (int i = 0; i < contest.prizes().size(); i++) {
        Optional<BigDecimal> prize = Optional.of(contest.prizes().get(i));
        check.payable("rule/prizes/" + i, prize, currency);
      }
    }
    if (pay != null) {
      pay.checkPayable(check, currency);
    }
    check.done();
  }

  private static void checkSales(
      Check check,
      SalesRule rule,
      Optional<Integer> graceDays,
      ReturnsCount returns,
      Optional<ClaimTerms> claim) {
    boolean together = (rule.pays() == Measure.CASH) == (rule.qualifies() == Measure.CASH);
    check.that(together, "rule/qualifies", "cash-counts-alone");
    if (rule.needsWholeSales()) {
      boolean whole = returns != ReturnsCount.IN_PERIOD_OF_RETURN;
      check.that(whole, "returns", "whole-sales-count");
      check.that(claim.isEmpty(), "claim", "whole-sales-count");
    }
    boolean past = rule.measuredAgainst().filter(Yardstick::readsPast).isPresent();
    boolean sums = rule.qualifies().grouping().isEmpty();
    check.that(!past || sums, "rule/yardstick/kind", "past-of-sums-only");
    boolean snapshot = !(rule instanceof Contest) || graceDays.isPresent();
    check.that(snapshot, "graceDays", "contest-needs-cut-off");
  }

  private static void checkBeside(
      Check check,
      Counting counting,
      Pay pay,
      int periodMonths,
      EnrollmentMode enrollment,
      Rule rule) {
    if (counting != null && periodMonths > 0) {
      counting
          .spanMonths()
          .ifPresent(
              months ->
                  check.that(
                      months % periodMonths == 0 && months > periodMonths,
                      "spanMonths",
                      "span-of-whole-periods"));
    }
    boolean span = counting != null && counting.spanMonths().isPresent();
    check.that(!span || periodMonths > 0, "spanMonths", "span-of-whole-periods");
    check.that(!span || rule instanceof EarningRule, "spanMonths", "span-needs-own-sales");
    boolean paysAnyway = pay != null && pay.any();
    check.that(!paysAnyway || rule instanceof EarningRule, "pay", "pay-needs-own-sales");
    boolean everyone = enrollment == EnrollmentMode.EVERYONE;
    check.that(!paysAnyway || !everyone, "enrollment", "pay-needs-enrolment");
    boolean byDays = counting != null && counting.thresholds() == Thresholds.BY_DAYS;
    check.that(!byDays || rule instanceof Tiered, "thresholds", "thresholds-of-tiers");
    check.that(!byDays || !everyone, "enrollment", "days-need-enrolment");
  }

  /** Terms that say nothing unusual about counting, pay and stacking. */
  public Terms(
      Label name,
      Optional<Currency> currency,
      ZoneId zone,
      LocalDate from,
      LocalDate until,
      int periodMonths,
      int closingDay,
      Optional<Integer> graceDays,
      Payee payee,
      Scope scope,
      EnrollmentMode enrollment,
      CreditFrom creditFrom,
      ReturnsCount returns,
      Optional<ClaimTerms> claim,
      Rule rule,
      Limits limits) {
    this(
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
        Counting.USUAL,
        Pay.NONE,
        Optional.empty(),
        Settles.PAYOUT);
  }

  private static void checkTime(Check check, ZoneId zone, LocalDate from, LocalDate until) {
    check.present("zone", zone).present("from", from).present("until", until);
    check.that(zone == null || Zones.isPlace(zone.getId()), "zone", "zone-not-a-place");
    check.that(from == null || !from.isBefore(EARLIEST), "from", "date-out-of-range");
    check.that(until == null || until.isBefore(LATEST), "until", "date-out-of-range");
    if (from != null && until != null) {
      check.that(from.isBefore(until), "until", "ends-before-it-begins");
    }
  }

  public Schedule schedule() {
    return new Schedule(from, periodMonths, counting.periodWeeks().orElse(0), closingDay);
  }

  /** The rule by which sales earn; empty where they do not. */
  public Optional<SalesRule> earns() {
    if (rule instanceof FundRule fund) {
      return fund.accrual().map(FundAccrual::earns);
    }
    return rule instanceof SalesRule earning ? Optional.of(earning) : Optional.empty();
  }

  /**
   * Whether other terms may begin inside a period: where sales earn by themselves, and nothing that
   * is measured over the whole period decides.
   */
  public boolean canBeCut() {
    return canBeCut(rule, counting, stacking);
  }

  private static boolean canBeCut(Rule rule, Counting counting, Optional<Stacking> stacking) {
    return rule instanceof EarningRule earning
        && earning.measuredAgainst().isEmpty()
        && earning.negative() != Negative.CARRIED
        && counting.spanMonths().isEmpty()
        && counting.thresholds() == Thresholds.UNPRORATED
        && (stacking == null || stacking.isEmpty());
  }

  /** The days on which the program runs. */
  public Period term() {
    return new Period(from, until);
  }

  /** The settlement period that holds a day of the program; the last one ends with the program. */
  public Period periodOf(LocalDate day) {
    Period period = schedule().periodOf(day);
    return period.end().isAfter(until) ? new Period(period.start(), until) : period;
  }

  /** The same promise, ended before the day; for a program that is closed early. */
  public Terms endedBy(LocalDate day) {
    return day.isBefore(until)
        ? new Terms(
            name,
            currency,
            zone,
            from,
            day,
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
            settles)
        : this;
  }
}
