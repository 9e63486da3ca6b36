package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.money.Currency;
import org.mitra.time.Period;
import org.mitra.time.Zones;

/** Builds terms for tests: a year of quarters in euro for whoever buys, unless said otherwise. */
final class TermsOf {
  private final Rule rule;
  private Optional<Currency> currency = Optional.of(Currency.EUR);
  private ZoneId zone = Zones.of("Asia/Jakarta");
  private LocalDate from = LocalDate.parse("2026-01-01");
  private LocalDate until = LocalDate.parse("2027-01-01");
  private int months = 3;
  private int closingDay;
  private Optional<Integer> graceDays = Optional.empty();
  private Scope scope = Scope.of(Flow.SELL_IN);
  private EnrollmentMode enrollment = EnrollmentMode.EVERYONE;
  private CreditFrom creditFrom = CreditFrom.ENROLLMENT;
  private ReturnsCount returns = ReturnsCount.IN_PERIOD_OF_SALE;
  private Optional<ClaimTerms> claim = Optional.empty();
  private Limits limits = Limits.NONE;
  private Payee payee = Payee.BUYER;
  private Counting counting = Counting.USUAL;
  private Pay pay = Pay.NONE;
  private Optional<Stacking> stacking = Optional.empty();

  private TermsOf(Rule rule) {
    this.rule = rule;
  }

  static TermsOf rule(Rule rule) {
    return new TermsOf(rule);
  }

  TermsOf currency(Currency paidIn) {
    currency = Optional.ofNullable(paidIn);
    return this;
  }

  TermsOf zone(String place) {
    zone = Zones.of(place);
    return this;
  }

  TermsOf term(String first, String afterLast) {
    from = LocalDate.parse(first);
    until = LocalDate.parse(afterLast);
    return this;
  }

  TermsOf periods(int length, int closesOn) {
    months = length;
    closingDay = closesOn;
    return this;
  }

  TermsOf grace(int days) {
    graceDays = Optional.of(days);
    return this;
  }

  TermsOf scope(Scope which) {
    scope = which;
    return this;
  }

  TermsOf items(String... codes) {
    scope = new Scope(scope.flows(), Set.of(codes), Set.of(), Set.of(), Set.of(), Set.of());
    return this;
  }

  TermsOf enrolled(CreditFrom since) {
    enrollment = EnrollmentMode.ENROLLED;
    creditFrom = since;
    return this;
  }

  TermsOf returns(ReturnsCount where) {
    returns = where;
    return this;
  }

  TermsOf claim() {
    claim = Optional.of(new ClaimTerms(60, true));
    return this;
  }

  TermsOf most(String perPayee) {
    limits = new Limits(Optional.of(new BigDecimal(perPayee)), Optional.empty());
    return this;
  }

  TermsOf limits(Limits most) {
    limits = most;
    return this;
  }

  TermsOf payee(Payee who) {
    payee = who;
    return this;
  }

  TermsOf counting(Counting how) {
    counting = how;
    return this;
  }

  TermsOf pay(Pay beside) {
    pay = beside;
    return this;
  }

  TermsOf stacking(Stacking with) {
    stacking = Optional.of(with);
    return this;
  }

  Terms terms() {
    return new Terms(
        new Label("Program", "Program"),
        currency,
        zone,
        from,
        until,
        months,
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
        Settles.PAYOUT);
  }

  CompiledProgram program(String id) {
    return CompiledProgram.of(id, terms());
  }

  CompiledProgram program(String id, Map<String, List<Period>> enrolled) {
    return new CompiledProgram(id, Map.of(from, terms()), enrolled);
  }
}
