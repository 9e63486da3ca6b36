package org.mitra.programs.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mitra.engine.Attach;
import org.mitra.engine.Attainment;
import org.mitra.engine.Contest;
import org.mitra.engine.EarningRule;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.EveryX;
import org.mitra.engine.Flat;
import org.mitra.engine.Flow;
import org.mitra.engine.FundRule;
import org.mitra.engine.LevelOn;
import org.mitra.engine.Measure;
import org.mitra.engine.NewCustomer;
import org.mitra.engine.Offer;
import org.mitra.engine.PerUnit;
import org.mitra.engine.Pool;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.engine.Thresholds;
import org.mitra.engine.Tier;
import org.mitra.engine.Tiered;
import org.mitra.text.Formats;
import org.mitra.text.Texts;

/** Terms as sentences: for managers, partners and the agreement, in either language. */
public final class TermsInWords {
  /** Who reads. */
  public enum Reader {
    /** The vendor's people: budgets in figures. */
    HOUSE,
    /** Partners: that there is a budget, not how much. */
    PARTNER
  }

  private final Terms terms;
  private final Texts texts;
  private final Formats formats;
  private final Names names;
  private final Reader reader;

  private TermsInWords(Terms terms, Texts texts, Names names, Reader reader) {
    this.terms = terms;
    this.texts = texts;
    this.formats = new Formats(texts.locale(), terms.zone());
    this.names = names;
    this.reader = reader;
  }

  public static List<Clause> of(Terms terms, Texts texts, Names names, Reader reader) {
    return new TermsInWords(terms, texts, names, reader).clauses();
  }

  private List<Clause> clauses() {
    Map<String, List<String>> clauses = new LinkedHashMap<>();
    boolean fund = terms.rule() instanceof FundRule;
    BesideInWords beside = new BesideInWords(terms, this);
    clauses.put("reward", join(reward(), beside.pay()));
    clauses.put("who", fund ? List.of(partners()) : join(who(), beside.shared()));
    clauses.put("sales", terms.earns().isEmpty() ? List.of() : join(sales(), beside.counting()));
    clauses.put("time", join(time(fund), beside.span()));
    clauses.put("returns", fund ? List.of() : returns());
    clauses.put("claim", claim());
    clauses.put("limits", limits());
    clauses.put(
        "payment",
        fund ? List.of() : join(List.of(currency(), text("rounding")), beside.settling()));
    List<Clause> said = new ArrayList<>();
    clauses.forEach(
        (code, sentences) -> {
          if (!sentences.isEmpty()) {
            said.add(new Clause(code, texts.get("terms.topic." + code), sentences));
          }
        });
    return said;
  }

  private static List<String> join(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private List<String> reward() {
    RulesInWords rules = new RulesInWords(this);
    if (terms.rule() instanceof Flat flat) {
      return rules.of(flat);
    }
    if (terms.rule() instanceof PerUnit perUnit) {
      return rules.of(perUnit);
    }
    if (terms.rule() instanceof EveryX everyX) {
      return List.of(rules.of(everyX));
    }
    if (terms.rule() instanceof Tiered tiered) {
      return new TiersInWords(tiered, this).sentences();
    }
    if (terms.rule() instanceof Attainment attainment) {
      return rules.of(attainment);
    }
    if (terms.rule() instanceof Pool pool) {
      return rules.of(pool);
    }
    if (terms.rule() instanceof Contest contest) {
      return rules.of(contest);
    }
    if (terms.rule() instanceof Attach attach) {
      return new RulesInWords(this).of(attach);
    }
    if (terms.rule() instanceof NewCustomer newCustomer) {
      return List.of(text("new-customer", "amount", money(newCustomer.amount())));
    }
    FundRule fund = (FundRule) terms.rule();
    List<String> sentences = new ArrayList<>();
    sentences.add(text("fund", "share", formats.rate(fund.share())));
    fund.perActivity().ifPresent(limit -> sentences.add(text("fund.limit", "limit", money(limit))));
    sentences.add(text("fund.claim", "days", number(fund.claimWithinDays())));
    fund.accrual()
        .ifPresent(
            accrual ->
                sentences.add(
                    text(
                        "fund.accrual",
                        "rate",
                        formats.rate(accrual.rate()),
                        "months",
                        number(accrual.lastsMonths()))));
    return sentences;
  }

  private List<String> who() {
    List<String> sentences = new ArrayList<>();
    sentences.add(text("payee." + terms.payee()));
    sentences.add(partners());
    if (terms.enrollment() != EnrollmentMode.EVERYONE) {
      sentences.add(text("enrolled." + terms.creditFrom()));
      if (terms.counting().thresholds() == Thresholds.BY_DAYS) {
        sentences.add(text("enrolled.by-days"));
      }
    }
    if (terms.enrollment() == EnrollmentMode.SELF_ENROLLED) {
      sentences.add(text("enrolled.themselves"));
    }
    return sentences;
  }

  private String partners() {
    Scope scope = terms.scope();
    List<String> restrictions = new ArrayList<>();
    restrict(restrictions, "types", scope.types().stream().map(t -> text("type." + t)).toList());
    boolean atEnd = scope.levelsOn() == LevelOn.PERIOD_END;
    restrict(restrictions, atEnd ? "levels-at-end" : "levels", scope.levels());
    restrict(restrictions, "regions", scope.regions());
    restrict(restrictions, "territories", scope.territories());
    restrict(restrictions, "certificates", scope.certificates());
    return restrictions.isEmpty()
        ? text("partners.all")
        : text("partners.some", "which", String.join("; ", restrictions));
  }

  private void restrict(List<String> restrictions, String what, Collection<String> values) {
    if (!values.isEmpty()) {
      restrictions.add(text("partners." + what, "values", list(values.stream().sorted().toList())));
    }
  }

  private List<String> sales() {
    Scope scope = terms.scope();
    List<String> sentences = new ArrayList<>();
    sentences.add(text("flows", "flows", flows()));
    String products = products(scope.groups(), scope.items());
    sentences.add(
        products.isEmpty() ? text("products.all") : text("products.some", "products", products));
    if (!scope.customers().isEmpty()) {
      sentences.add(
          text("customers", "customers", list(scope.customers().stream().sorted().toList())));
    }
    scope.launchDays().ifPresent(days -> sentences.add(text("launch", "days", number(days))));
    terms.graceDays().ifPresent(days -> sentences.add(text("grace", "days", number(days))));
    return sentences;
  }

  /** What people call the groups and products, as they list things. */
  String products(Set<String> groups, Set<String> items) {
    return list(
        Stream.concat(
                groups.stream().sorted().map(names::group),
                items.stream().sorted().map(names::item))
            .toList());
  }

  private List<String> time(boolean fund) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        text(
            "time",
            "from",
            formats.day(terms.from()),
            "last",
            formats.day(terms.until().minusDays(1)),
            "zone",
            terms.zone().getId()));
    if (!fund) {
      if (terms.counting().periodWeeks().isPresent()) {
        String weeks = number(terms.counting().periodWeeks().get());
        sentences.add(text("period.weeks", "weeks", weeks));
        return sentences;
      }
      String months = number(terms.periodMonths());
      String period = terms.periodMonths() == 1 ? "period.monthly" : "period";
      sentences.add(
          terms.closingDay() == 0
              ? text(period, "months", months)
              : text(period + ".closing", "months", months, "day", number(terms.closingDay())));
    }
    return sentences;
  }

  private List<String> returns() {
    String returns = text("returns." + terms.returns());
    return terms.rule() instanceof EarningRule rule
        ? List.of(returns, text("negative." + rule.negative()))
        : List.of(returns);
  }

  private List<String> claim() {
    return terms
        .claim()
        .map(
            claim -> {
              String days = number(claim.withinDays());
              List<String> sentences = new ArrayList<>();
              sentences.add(text(claim.proof() ? "claim.proof" : "claim", "days", days));
              claim
                  .late()
                  .ifPresent(
                      late ->
                          sentences.add(
                              text(
                                  "claim.late",
                                  "taken",
                                  late.perMonth().toString(),
                                  "months",
                                  number(late.months()))));
              return sentences;
            })
        .orElse(List.of());
  }

  private List<String> limits() {
    List<String> sentences = new ArrayList<>();
    terms
        .limits()
        .perPayee()
        .ifPresent(limit -> sentences.add(text("limit.payee", "limit", money(limit))));
    terms
        .limits()
        .budget()
        .ifPresent(
            limit ->
                sentences.add(
                    text(
                        "limit.budget." + reader + "." + terms.limits().scarce(),
                        "limit",
                        money(limit))));
    return sentences;
  }

  private String currency() {
    return terms
        .currency()
        .map(currency -> text("currency.one", "currency", currency.code()))
        .orElseGet(() -> text("currency.any"));
  }

  /** The measure with what it measures: net sell-in. */
  String measure(Measure measure) {
    return text("measure." + measure, "flows", flows());
  }

  private String flows() {
    return list(
        terms.scope().flows().stream()
            .sorted()
            .map(Flow::name)
            .map(f -> text("flow." + f))
            .toList());
  }

  /** So much of a measure: an amount of money, or a number of units. */
  String much(Measure measure, BigDecimal value) {
    return measure.isMoney() ? money(value) : text("units", "units", formats.number(value));
  }

  /** What a tier offers: on its measure, once, or both. */
  String offer(Tier tier) {
    if (tier.plus().isEmpty()) {
      return offer(tier.offer());
    }
    String plus = money(tier.plus().get());
    return tier.offer() instanceof Offer.Nothing
        ? text("offer.once", "plus", plus)
        : text("offer.plus", "offer", offer(tier.offer()), "plus", plus);
  }

  String offer(Offer offer) {
    if (offer instanceof Offer.Percentage percentage) {
      return formats.rate(percentage.rate());
    }
    return text("offer.each", "amount", money(((Offer.Each) offer).amount()));
  }

  String money(BigDecimal amount) {
    return formats.money(amount, terms.currency().orElseThrow());
  }

  Formats formats() {
    return formats;
  }

  String number(int number) {
    return formats.number(number);
  }

  /** As people list things: a, b and c. */
  String list(List<String> values) {
    if (values.size() < 2) {
      return String.join("", values);
    }
    String last = values.get(values.size() - 1);
    return text(
        "list", "first", String.join(", ", values.subList(0, values.size() - 1)), "last", last);
  }

  String text(String key, String... facts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put(facts[i], facts[i + 1]);
    }
    return texts.sentence("terms.words." + key, named, terms.zone());
  }
}
