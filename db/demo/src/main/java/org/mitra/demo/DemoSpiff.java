package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitra.access.Actor;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flow;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Payee;
import org.mitra.engine.PerUnit;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;
import org.mitra.sales.ReportSale;
import org.mitra.sales.Sales;

/** A new drill and a SPIFF on it, paid for each serial that a dealer claims with its invoice. */
@ApplicationScoped
class DemoSpiff implements Chapter {
  private static final String REASON =
      "Sesuai rencana: lompatan jenjang dan program yang berjalan berdampingan memang disengaja.";

  static final String PROGRAM = "SPIFF-BOR";

  private static final String DRILL = "BOR-18V";
  private static final String BITS = "MATA-BOR";

  @Inject private Products products;
  @Inject private Programs programs;
  @Inject private Sales sales;
  @Inject private BusinessClock clock;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "new drill";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    scenes.at(world.calendar().today().minusDays(1), 8, this::tell);
  }

  private void tell() {
    if (programs.compiled(PROGRAM).isPresent()) {
      return;
    }
    Actor maya = teller.actor("maya");
    Actor rizal = teller.actor("rizal");
    products.saveAll(
        rizal,
        List.of(
            product(DRILL, "Bor baterai 18V", true), product(BITS, "Mata bor isi sepuluh", false)));
    LocalDate soldOn = clock.today().minusDays(3);
    for (int i = 1; i <= 6; i++) {
      sell(rizal, "TOKO-MAJU", "INV-BOR-" + i, soldOn, DRILL, 5, serials("BOR-" + i, 5));
    }
    sell(rizal, "D-JKT", "INV-BOR-JKT", soldOn, DRILL, 2, serials("BOR-JKT", 2));
    sell(rizal, "TOKO-MAJU", "INV-MATA-BOR", soldOn, BITS, 12, List.of());
    // So many that a claim for them needs a second approval.
    sell(rizal, "TOKO-MAJU", "INV-PROYEK", soldOn, BITS, 1200, List.of());
    Terms terms = terms(clock.today().withDayOfYear(1));
    ProgramRef draft = programs.create(maya, new CreateProgram(PROGRAM, terms));
    programs.submit(maya, draft.version(), REASON);
    programs.approve(rizal, draft.version(), TermsJson.digest(terms).hex(), "");
    programs.publish(maya, draft.version());
  }

  private static SaveProduct product(String code, String name, boolean serials) {
    BigDecimal cost = new BigDecimal(serials ? "890000" : "88000");
    return new SaveProduct(code, name, "", "", "", "PCS", serials, true, null, cost, "IDR", null);
  }

  private static List<String> serials(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> prefix + String.format(Locale.ROOT, "-%04d", i))
        .toList();
  }

  private void sell(
      Actor reporter,
      String seller,
      String document,
      LocalDate soldOn,
      String product,
      int units,
      List<String> serials) {
    sales.report(
        reporter,
        new ReportSale(
            seller,
            document,
            "1",
            soldOn,
            "CV Bangun Sejahtera",
            "",
            "",
            product,
            BigDecimal.valueOf(units),
            new BigDecimal(serials.isEmpty() ? "185000" : "1850000"),
            "IDR",
            serials));
  }

  private Terms terms(LocalDate from) {
    return new Terms(
        new Label("Bonus penjualan bor baterai", "Cordless drill bonus"),
        Optional.of(Currency.IDR),
        clock.zone(),
        from,
        from.plusYears(2),
        3,
        0,
        Optional.empty(),
        Payee.SELLER,
        new Scope(
            Set.of(Flow.SELL_OUT), Set.of(DRILL, BITS), Set.of(), Set.of(), Set.of(), Set.of()),
        EnrollmentMode.EVERYONE,
        CreditFrom.ENROLLMENT,
        ReturnsCount.IN_PERIOD_OF_SALE,
        Optional.of(new ClaimTerms(60, true)),
        new PerUnit(new BigDecimal("50000")),
        Limits.NONE);
  }
}
