package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flat;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Measure;
import org.mitra.engine.Payee;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;
import org.mitra.sales.Delivery;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.LineKey;
import org.mitra.sales.LineParties;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.Sales;
import org.mitra.sales.Taken;

/** A dealer, a product and a program, and what the dealer sells of it. */
@ApplicationScoped
class RoiWorld {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  static final Actor INDRA = staff("indra", Role.EXECUTIVE);
  private static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);

  @Inject private Partners partners;
  @Inject private Products products;
  @Inject private Programs programs;
  @Inject private Sales sales;
  @Inject private BusinessClock clock;

  static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  @Transactional
  void dealer(String code) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "Dealer " + code,
            PartnerType.DEALER,
            "IDR",
            "",
            "",
            LocalDate.of(2024, 1, 1),
            true,
            "",
            "GOLD",
            "JAVA",
            "",
            null));
  }

  /** A product; without a cost, nobody knows what its goods cost the vendor. */
  @Transactional
  void product(String code, String cost) {
    products.create(
        MAYA,
        new SaveProduct(
            code,
            "Product " + code,
            "",
            "",
            "",
            "PCS",
            false,
            true,
            null,
            cost.isEmpty() ? null : new BigDecimal(cost),
            "IDR",
            null));
  }

  /** 5% of what is sold of the products to end customers, published. */
  @Transactional
  UUID program(String code, Set<String> items, LocalDate from, LocalDate until) {
    Terms terms =
        new Terms(
            new Label("Rabat", "Rebate"),
            Optional.of(Currency.IDR),
            JAKARTA,
            from,
            until,
            1,
            0,
            Optional.empty(),
            Payee.SELLER,
            new Scope(Set.of(Flow.SELL_OUT), items, Set.of(), Set.of(), Set.of(), Set.of()),
            EnrollmentMode.EVERYONE,
            CreditFrom.ENROLLMENT,
            ReturnsCount.IN_PERIOD_OF_SALE,
            Optional.empty(),
            new Flat(Measure.NET, Rate.of("5%")),
            new Limits(Optional.empty(), Optional.of(new BigDecimal("9000000"))));
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
    programs.submit(MAYA, draft.version(), "meant so");
    programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
    programs.publish(MAYA, draft.version());
    return draft.program();
  }

  /** Sells units at a million each, as a feed brings it. */
  @Transactional
  void sell(String seller, String document, String product, LocalDate day, int units) {
    take(line(seller, document, Kind.SALE, product, day, units, ReportedLine.Reference.NONE));
  }

  /** Takes units back on a later day. */
  @Transactional
  void takeBack(String seller, String document, String product, LocalDate day, int units) {
    take(
        line(
            seller,
            document,
            Kind.RETURN,
            product,
            day,
            -units,
            new ReportedLine.Reference(document, "1")));
  }

  private void take(ReportedLine line) {
    Taken taken = sales.take(new Delivery(null, "feed", clock.now(), null), List.of(line)).get(0);
    taken
        .refusal()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  private static ReportedLine line(
      String seller,
      String document,
      Kind kind,
      String product,
      LocalDate day,
      int units,
      ReportedLine.Reference undoes) {
    Instant noon = day.atTime(12, 0).atZone(JAKARTA).toInstant();
    return new ReportedLine(
        new LineKey("ROI", document, "1", kind),
        document,
        Flow.SELL_OUT,
        new LineParties(seller, "", "", "A customer", ""),
        product,
        new LineAmounts(
            BigDecimal.valueOf(units),
            "",
            new BigDecimal("1000000"),
            null,
            null,
            null,
            null,
            "IDR",
            null),
        day,
        noon,
        undoes,
        List.of());
  }
}
