package org.mitra.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.time.Period;
import org.mitra.time.Schedule;

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
    Limits limits) {

  public Terms {
    Check.present("name", name);
    Check.present("zone", zone);
    Check.present("from", from);
    Check.present("until", until);
    Check.present("payee", payee);
    Check.present("scope", scope);
    Check.present("enrollment", enrollment);
    Check.present("creditFrom", creditFrom);
    Check.present("returns", returns);
    Check.present("rule", rule);
    Check.present("limits", limits);
    if (!from.isBefore(until)) {
      throw InvalidTerms.at("until", "ends-before-it-begins");
    }
    if (periodMonths < 1 || periodMonths > 120) {
      throw InvalidTerms.at("periodMonths", "months-out-of-range");
    }
    if (closingDay < 0 || closingDay > 31) {
      throw InvalidTerms.at("closingDay", "day-out-of-range");
    }
    graceDays.ifPresent(
        days -> {
          if (days < 0 || days > 366) {
            throw InvalidTerms.at("graceDays", "days-out-of-range");
          }
        });
    if (currency.isEmpty() && (limits.any() || namesAmounts(rule))) {
      throw InvalidTerms.at("currency", "amounts-need-currency");
    }
    if (claim.isPresent() && rule instanceof FundRule) {
      throw InvalidTerms.at("claim", "fund-has-own-claims");
    }
  }

  private static boolean namesAmounts(Rule rule) {
    if (rule instanceof Tiered tiered) {
      return tiered.qualifies().isMoney() || !tiered.pays().isMoney();
    }
    return !(rule instanceof Flat);
  }

  public Schedule schedule() {
    return new Schedule(from, periodMonths, closingDay);
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
}
