package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Payee;
import org.mitra.engine.PerUnit;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
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
import org.mitra.sales.ReportSale;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.ReportedLine.Reference;
import org.mitra.sales.Sales;

/** Partners, products, sales and programs that the tests of claims are about. */
@ApplicationScoped
class ClaimWorld {
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final BigDecimal REWARD = new BigDecimal("50000");
  private static final BigDecimal PRICE = new BigDecimal("1000000");

  @Inject private Sql sql;
  @Inject private Partners partners;
  @Inject private Products products;
  @Inject private Programs programs;
  @Inject private Sales sales;
  @Inject private Documents documents;
  @Inject private BusinessClock clock;

  static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  private static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);
  static final Actor DEWI = staff("dewi", Role.FINANCE);

  /** A dealer with one user of the same name. */
  @Transactional
  Actor dealer(String code) {
    return dealer(code, "");
  }

  @Transactional
  Actor dealer(String code, String parent) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "Dealer " + code,
            parent.isEmpty() && code.startsWith("DIST")
                ? PartnerType.DISTRIBUTOR
                : PartnerType.DEALER,
            "IDR",
            "",
            "",
            LocalDate.of(2025, 1, 1),
            true,
            parent,
            "GOLD",
            "JAVA",
            "",
            null));
    return user(code, "user-" + code.toLowerCase(java.util.Locale.ROOT));
  }

  @Transactional
  Actor user(String code, String name) {
    PartnerScope scope =
        sql.row(
                row -> PartnerScope.of(row.number("id"), row.uuid("uid"), code),
                "SELECT id, uid FROM partner WHERE code = ?",
                code)
            .orElseThrow();
    return new Actor(name, name, EnumSet.of(Role.PARTNER_USER), Optional.of(scope));
  }

  @Transactional
  void setActive(String partner, boolean active) {
    sql.update("UPDATE partner SET active = ? WHERE code = ?", active, partner);
  }

  @Transactional
  void product(String code, boolean serials) {
    products.create(
        MAYA,
        new SaveProduct(
            code, "Product " + code, "", "", "", "PCS", serials, true, null, null, "", null));
  }

  Terms terms(Set<String> items, boolean proof) {
    return terms(items, new ClaimTerms(30, proof));
  }

  Terms terms(Set<String> items, ClaimTerms claim) {
    return new Terms(
        new Label("Bonus", "Bonus"),
        Optional.of(Currency.IDR),
        JAKARTA,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2028, 1, 1),
        1,
        0,
        Optional.empty(),
        Payee.SELLER,
        new Scope(Set.of(Flow.SELL_OUT), items, Set.of(), Set.of(), Set.of(), Set.of()),
        EnrollmentMode.EVERYONE,
        CreditFrom.ENROLLMENT,
        ReturnsCount.IN_PERIOD_OF_SALE,
        Optional.of(claim),
        new PerUnit(REWARD),
        Limits.NONE);
  }

  /** A published program; 50,000 for each unit of the product, claimed within 30 days. */
  @Transactional
  String program(String code, String product) {
    return program(code, terms(Set.of(product), false));
  }

  @Transactional
  String program(String code, Terms terms) {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
    programs.submit(MAYA, draft.version(), "meant so");
    programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
    programs.publish(MAYA, draft.version());
    return code;
  }

  @Transactional
  void budget(String program, String total) {
    sql.update(
        "INSERT INTO program_budget (program_id, currency, total, taken)"
            + " SELECT id, 'IDR', ?, 0 FROM program WHERE code = ?",
        new BigDecimal(total),
        program);
  }

  @Transactional
  BigDecimal taken(String program) {
    return sql.row(
            row -> row.decimal("taken"),
            "SELECT taken FROM program_budget b JOIN program p ON p.id = b.program_id"
                + " WHERE p.code = ?",
            program)
        .orElseThrow();
  }

  @Transactional
  void closeProgram(String program) {
    sql.update("UPDATE program SET state = 'CLOSED' WHERE code = ?", program);
  }

  Instant daysAgo(int days) {
    return clock.now().minus(Duration.ofDays(days));
  }

  /** A sale of units with serials, as a feed brings it; its document. */
  @Transactional
  String sale(Actor seller, String document, String product, Instant at, List<String> serials) {
    return line(
        seller, document, Kind.SALE, Reference.NONE, product, at, serials.size(), "IDR", serials);
  }

  @Transactional
  void saleOfUnits(Actor seller, String document, String product, int units) {
    line(seller, document, Kind.SALE, Reference.NONE, product, daysAgo(2), units, "IDR", List.of());
  }

  /** A sale that somebody of the vendor's typed in. */
  @Transactional
  void saleRecordedBy(
      Actor recorder, Actor seller, String document, String product, String serial) {
    sales.report(
        recorder,
        new ReportSale(
            seller.requirePartner().code(),
            document,
            "1",
            LocalDate.ofInstant(daysAgo(2), JAKARTA),
            "Customer",
            "",
            "",
            product,
            BigDecimal.ONE,
            PRICE,
            "IDR",
            List.of(serial)));
  }

  @Transactional
  void saleIn(String currency, Actor seller, String document, String product, String serial) {
    line(
        seller,
        document,
        Kind.SALE,
        Reference.NONE,
        product,
        daysAgo(2),
        1,
        currency,
        List.of(serial));
  }

  /** Units come back. */
  @Transactional
  void comeBack(Actor seller, String sale, String product, List<String> serials, int units) {
    line(
        seller,
        "R-" + sale,
        Kind.RETURN,
        new Reference(sale, "1"),
        product,
        daysAgo(1),
        -units,
        "IDR",
        serials);
  }

  /** A return says which sale it undoes; said again, it says another. */
  @Transactional
  void undoes(Actor seller, String document, String sale, String product, List<String> serials) {
    line(
        seller,
        document,
        Kind.RETURN,
        new Reference(sale, "1"),
        product,
        daysAgo(1),
        -serials.size(),
        "IDR",
        serials);
  }

  /** As if so much had been uploaded some days ago. */
  @Transactional
  void uploaded(Actor actor, long bytes, int days) {
    UUID proof = proof(actor);
    sql.update(
        "UPDATE document SET size = ?, uploaded_at = ? WHERE uid = ?", bytes, daysAgo(days), proof);
  }

  private String line(
      Actor seller,
      String document,
      Kind kind,
      Reference undoes,
      String product,
      Instant at,
      int units,
      String currency,
      List<String> serials) {
    ReportedLine line =
        new ReportedLine(
            new LineKey("TEST", document, "1", kind),
            document,
            Flow.SELL_OUT,
            new LineParties(seller.requirePartner().code(), "", "", "Customer", ""),
            product,
            new LineAmounts(
                BigDecimal.valueOf(units), "", PRICE, null, null, null, null, currency, null),
            LocalDate.ofInstant(at, JAKARTA),
            at,
            undoes,
            serials);
    sales
        .take(new Delivery(null, "feed", at, null), List.of(line))
        .get(0)
        .refusal()
        .ifPresent(
            problem -> {
              throw problem;
            });
    return document;
  }

  UUID proof(Actor actor) {
    byte[] pdf = ("%PDF-1.4\n% " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
    return documents.keep(actor, "invoice.pdf", pdf).uid();
  }

  static List<String> serials(String prefix, int count) {
    List<String> serials = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      // Of one length, and without characters that look like others.
      serials.add(prefix + "-" + String.format(java.util.Locale.ROOT, "%06d", i));
    }
    return serials;
  }

  static SaveClaim claim(String program, List<String> serials, UUID... documents) {
    return new SaveClaim(program, "", serials, List.of(), List.of(documents), null);
  }

  static SaveClaim again(SaveClaim claim, List<String> serials, int version) {
    return new SaveClaim(claim.program(), "", serials, claim.lines(), claim.documents(), version);
  }

  /** How many live claims have each of the program's units: at most one, ever. */
  @Transactional
  Map<String, Integer> holders(String program) {
    Map<String, Integer> holders = new java.util.HashMap<>();
    sql.each(
        row -> holders.merge(row.text("unit_key"), 1, Integer::sum),
        "SELECT i.unit_key FROM claim_item i JOIN claim c ON c.id = i.claim_id"
            + " JOIN program p ON p.id = c.program_id WHERE p.code = ? AND c.submitted_at IS NOT NULL"
            + " AND i.state IN ('PASSED', 'APPROVED')"
            + " AND c.state IN ('SUBMITTED', 'HELD', 'ENDORSED', 'APPROVED', 'PARTLY_APPROVED')",
        program);
    return holders;
  }

  @Transactional
  BigDecimal entitled(String partner, String program) {
    return sql.row(
            row -> row.decimal("entitled"),
            "SELECT COALESCE(SUM(a.entitled), 0) AS entitled FROM accrual a"
                + " JOIN partner o ON o.id = a.partner_id JOIN program p ON p.id = a.program_id"
                + " WHERE o.code = ? AND p.code = ?",
            partner,
            program)
        .orElseThrow();
  }

  @Transactional
  List<String> numbers() {
    return sql.rows(row -> row.text("number"), "SELECT number FROM claim ORDER BY number");
  }
}
