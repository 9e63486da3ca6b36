package org.mitra.demo;

import static org.mitra.engine.Tier.tier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.mitra.engine.Payee;
import org.mitra.engine.PerUnit;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Rule;
import org.mitra.engine.Scope;
import org.mitra.engine.Starts;
import org.mitra.engine.Terms;
import org.mitra.engine.TierMethod;
import org.mitra.engine.TierTable;
import org.mitra.engine.Tiered;
import org.mitra.money.Currency;
import org.mitra.money.Rate;

/** The terms of the demo's programs: one of every kind. */
final class DemoPrograms {
  static final String REBATE = "RABAT-BELI";
  static final String TARGET = "TARGET-DISTRIBUTOR";
  static final String VOLUME = "BONUS-VOLUME";
  static final String GRINDERS = "PROMO-GERINDA";
  static final String WELDING = "PROMO-LAS";
  static final String SPIFF = "SPIFF-MESIN";
  static final String HELMETS = "SPIFF-HELM";
  static final String PRICES = "PROTEKSI-BOR";
  static final String FUND = "MDF";

  private static final Set<String> DISTRIBUTORS = Set.of("DISTRIBUTOR");
  private static final Set<String> DEALERS = Set.of("DEALER");

  private final DemoCalendar calendar;

  DemoPrograms(DemoCalendar calendar) {
    this.calendar = calendar;
  }

  /** Flat: so much of everything that a distributor buys. */
  Terms rebate(String rate) {
    return new Draft("Rabat Pembelian Distributor", "Distributor Purchase Rebate", -4, 4, 3)
        .about(Payee.BUYER, Flow.SELL_IN, DISTRIBUTORS)
        .limits(null, "1500000000")
        .terms(new Flat(Measure.NET, Rate.of(rate)));
  }

  /** Tiers on the whole amount: whoever reaches one earns its rate on everything. */
  Terms target() {
    return new Draft("Target Kuartal Distributor", "Quarterly Distributor Target", -3, 2, 3)
        .about(Payee.BUYER, Flow.SELL_IN, DISTRIBUTORS)
        .terms(
            new Tiered(
                Measure.NET,
                Measure.NET,
                TierMethod.WHOLE_AMOUNT,
                new TierTable(
                    Starts.REACHED,
                    List.of(
                        tier("1000000000", "0.5%"),
                        tier("1750000000", "0.75%"),
                        tier("2500000000", "1%")))));
  }

  /** Marginal tiers, for dealers who were invited. */
  Terms volume() {
    return new Draft("Bonus Volume Klub Emas", "Gold Club Volume Bonus", -4, 4, 3)
        .about(Payee.BUYER, Flow.SELL_THROUGH, DEALERS)
        .invited()
        .limits("25000000", null)
        .terms(
            new Tiered(
                Measure.NET,
                Measure.NET,
                TierMethod.MARGINAL,
                new TierTable(
                    Starts.REACHED,
                    List.of(
                        tier("0", "1%"),
                        tier("150000000", "2%"),
                        tier("300000000", "3%"),
                        tier("600000000", "4%")))));
  }

  /** It moved the market. */
  Terms grinders() {
    return new Draft("Promo Dorong Gerinda", "Grinder Push", -3, -2, 1)
        .about(Payee.SELLER, Flow.SELL_THROUGH, DISTRIBUTORS)
        .groups("GERINDA")
        .limits(null, "60000000")
        .terms(new Flat(Measure.NET, Rate.of("3%")));
  }

  /** It did not. */
  Terms welding() {
    return new Draft("Promo Dorong Mesin Las", "Welding Machine Push", -2, -1, 1)
        .about(Payee.SELLER, Flow.SELL_THROUGH, DISTRIBUTORS)
        .groups("LAS")
        .limits(null, "60000000")
        .terms(new Flat(Measure.NET, Rate.of("4%")));
  }

  /** An amount for each unit that is claimed with proof. */
  Terms spiff() {
    return new Draft("SPIFF Mesin Bor", "Power Drill SPIFF", -1, 2, 1)
        .about(Payee.SELLER, Flow.SELL_OUT, DEALERS)
        .groups("BOR")
        .claimed(60, true)
        .limits(null, "75000000")
        .terms(new PerUnit(new BigDecimal("75000")));
  }

  /** An amount for each unit, without a claim; closed before its time. */
  Terms helmets() {
    return new Draft("SPIFF Helm Las", "Welding Helmet SPIFF", -2, 2, 1)
        .about(Payee.SELLER, Flow.SELL_OUT, DEALERS)
        .items("TA-HL")
        .levels("GOLD")
        .regions("DKI JAKARTA", "JAWA BARAT")
        .terms(new PerUnit(new BigDecimal("15000")));
  }

  /** For stock that was bought before a price fell; large claims need two people. */
  Terms prices() {
    return new Draft("Proteksi Harga Bor", "Drill Price Protection", -1, 2, 3)
        .about(Payee.BUYER, Flow.SELL_IN, DISTRIBUTORS)
        .groups("BOR")
        .claimed(90, true)
        .terms(new PerUnit(new BigDecimal("200000")));
  }

  /** Half of what partners spend on agreed activities. */
  Terms fund() {
    return new Draft("Dana Pemasaran Bersama", "Market Development Fund", -4, 4, 12)
        .limits(null, "600000000")
        .terms(new FundRule(Rate.of("50%"), Optional.of(new BigDecimal("40000000")), 60));
  }

  /** Still being written. */
  Terms accessories() {
    return new Draft("Aksesori Hebat", "Great Accessories", 1, 3, 3)
        .about(Payee.SELLER, Flow.SELL_OUT, DEALERS)
        .groups("AKSESORI")
        .terms(new Flat(Measure.NET, Rate.of("2%")));
  }

  /** Waits for somebody else's approval. */
  Terms batteries() {
    return new Draft("Bonus Baterai", "Battery Bonus", 1, 2, 1)
        .about(Payee.BUYER, Flow.SELL_THROUGH, DEALERS)
        .groups("BATERAI")
        .limits(null, "40000000")
        .terms(
            new Tiered(
                Measure.UNITS,
                Measure.NET,
                TierMethod.WHOLE_AMOUNT,
                new TierTable(Starts.REACHED, List.of(tier("25", "2%"), tier("50", "4%")))));
  }

  /** Terms with what most programs have in common. */
  private final class Draft {
    private final Label label;
    private final LocalDate from;
    private final LocalDate until;
    private final int months;
    private Payee payee = Payee.BUYER;
    private Flow flow = Flow.SELL_IN;
    private Set<String> types = Set.of();
    private Set<String> items = Set.of();
    private Set<String> groups = Set.of();
    private Set<String> levels = Set.of();
    private Set<String> regions = Set.of();
    private EnrollmentMode enrollment = EnrollmentMode.EVERYONE;
    private Optional<ClaimTerms> claim = Optional.empty();
    private Limits limits = Limits.NONE;

    Draft(String id, String en, int fromQuarter, int untilQuarter, int months) {
      this.label = new Label(id, en);
      this.from = calendar.quarter(fromQuarter);
      this.until = calendar.quarter(untilQuarter);
      this.months = months;
    }

    Draft about(Payee payee, Flow flow, Set<String> types) {
      this.payee = payee;
      this.flow = flow;
      this.types = types;
      return this;
    }

    Draft groups(String... groups) {
      this.groups = Set.of(groups);
      return this;
    }

    Draft items(String... items) {
      this.items = Set.of(items);
      return this;
    }

    Draft levels(String... levels) {
      this.levels = Set.of(levels);
      return this;
    }

    Draft regions(String... regions) {
      this.regions = Set.of(regions);
      return this;
    }

    Draft invited() {
      this.enrollment = EnrollmentMode.ENROLLED;
      return this;
    }

    Draft claimed(int withinDays, boolean proof) {
      this.claim = Optional.of(new ClaimTerms(withinDays, proof));
      return this;
    }

    Draft limits(String perPayee, String budget) {
      this.limits =
          new Limits(
              Optional.ofNullable(perPayee).map(BigDecimal::new),
              Optional.ofNullable(budget).map(BigDecimal::new));
      return this;
    }

    Terms terms(Rule rule) {
      return new Terms(
          label,
          Optional.of(Currency.IDR),
          calendar.zone(),
          from,
          until,
          months,
          0,
          Optional.empty(),
          payee,
          new Scope(Set.of(flow), items, groups, types, levels, regions),
          enrollment,
          CreditFrom.ENROLLMENT,
          ReturnsCount.IN_PERIOD_OF_SALE,
          claim,
          rule,
          limits);
    }
  }
}
