package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.bank.ProposeBankAccount;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Sql;
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
import org.mitra.identity.SaveUser;
import org.mitra.identity.Users;
import org.mitra.jobs.RunningJob;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.sales.Delivery;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.LineKey;
import org.mitra.sales.LineParties;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.ReportedLine.Reference;
import org.mitra.sales.Sales;

/**
 * Partners with accounts, a program that pays 10% of what they sell, their sales, and settlements
 * of it. Work is carried out where the test asks for it, and not by the worker.
 */
@ApplicationScoped
class SettlementWorld {
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  static final Actor DEWI = staff("dewi", Role.FINANCE);
  static final Actor HENDRA = staff("hendra", Role.FINANCE);
  static final String PASSWORD = "a-long-password-1";
  private static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);
  private static final Actor ADMIN = staff("admin", Role.ADMINISTRATOR);

  @Inject private Sql sql;
  @Inject private Partners partners;
  @Inject private Products products;
  @Inject private Programs programs;
  @Inject private Sales sales;
  @Inject private Users users;
  @Inject private BankAccounts accounts;
  @Inject private Settlements settlements;
  @Inject private HeldBack heldBack;
  @Inject private PreparationJob preparationJob;
  @Inject private ReleaseJob releaseJob;
  @Inject private Payouts payouts;
  @Inject private BusinessClock clock;

  static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  /** Pays 10% of the net sales of each month, sold by anyone. */
  @Transactional
  void program(String code) {
    products.create(
        MAYA,
        new SaveProduct(
            code, "Product " + code, "", "", "", "PCS", false, true, null, null, "", null));
    Terms terms =
        new Terms(
            new Label("Bonus " + code, "Bonus " + code),
            Optional.of(Currency.IDR),
            JAKARTA,
            firstDay().minusMonths(6),
            firstDay().plusYears(1),
            1,
            0,
            Optional.empty(),
            Payee.SELLER,
            new Scope(Set.of(Flow.SELL_OUT), Set.of(code), Set.of(), Set.of(), Set.of(), Set.of()),
            EnrollmentMode.EVERYONE,
            CreditFrom.ENROLLMENT,
            ReturnsCount.IN_PERIOD_OF_SALE,
            Optional.empty(),
            new Flat(Measure.NET, Rate.of("10%")),
            Limits.NONE);
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
    programs.submit(MAYA, draft.version(), "meant so");
    programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
    programs.publish(MAYA, draft.version());
  }

  LocalDate firstDay() {
    return clock.today().withDayOfMonth(1);
  }

  /** Last day of the month so many months ago. */
  LocalDate lastDay(int monthsAgo) {
    return firstDay().minusMonths(monthsAgo - 1L).minusDays(1);
  }

  /** A partner whose owner has the same name. */
  @Transactional
  Actor partner(String code) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "=Dealer " + code,
            PartnerType.DEALER,
            "IDR",
            code.toLowerCase(Locale.ROOT) + "@example.com",
            "01.234.567.8-901.000",
            LocalDate.of(2024, 1, 1),
            true,
            "",
            "GOLD",
            "JAVA",
            "",
            null));
    String name = "owner-" + code.toLowerCase(Locale.ROOT);
    users.save(
        ADMIN,
        new SaveUser(name, name, "", "id", Set.of(Role.PARTNER_OWNER), code, true),
        PASSWORD);
    PartnerScope scope =
        sql.row(
                row -> PartnerScope.of(row.number("id"), row.uuid("uid"), code),
                "SELECT id, uid FROM partner WHERE code = ?",
                code)
            .orElseThrow();
    return new Actor(name, name, EnumSet.of(Role.PARTNER_OWNER), Optional.of(scope));
  }

  /** An account that was approved long enough ago to be used. */
  BankAccountSummary account(Actor owner, String number) {
    BankAccountSummary[] account = new BankAccountSummary[1];
    clock.at(
        clock.now().minus(Duration.ofDays(10)),
        () -> {
          BankAccountSummary proposed = propose(owner, number);
          account[0] = accounts.approve(DEWI, proposed.uid());
        });
    return account[0];
  }

  BankAccountSummary propose(Actor owner, String number) {
    return accounts.propose(
        owner,
        new ProposeBankAccount(
            "IDR", "CENAIDJA", "Bank Central Asia", number, "=Dealer " + owner.username()),
        PASSWORD,
        UUID.randomUUID().toString());
  }

  /** A sale of so many units at one million each, at noon of the day. */
  @Transactional
  void sale(Actor seller, String product, String document, LocalDate day, int units) {
    line(seller, product, document, Kind.SALE, Reference.NONE, day, units);
  }

  @Transactional
  void comeBack(Actor seller, String product, String document, LocalDate day, int units) {
    line(seller, product, "R-" + document, Kind.RETURN, new Reference(document, "1"), day, -units);
  }

  private void line(
      Actor seller,
      String product,
      String document,
      Kind kind,
      Reference undoes,
      LocalDate day,
      int units) {
    Instant at = day.atTime(12, 0).atZone(JAKARTA).toInstant();
    sales
        .take(
            new Delivery(null, "feed", clock.now(), null),
            List.of(
                new ReportedLine(
                    new LineKey("TEST", document, "1", kind),
                    document,
                    Flow.SELL_OUT,
                    new LineParties(seller.requirePartner().code(), "", "", "Customer", ""),
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
                    at,
                    undoes,
                    List.of())))
        .get(0)
        .refusal()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  SettlementSummary begun(String program, LocalDate lastDay) {
    return heldBack.begun(DEWI, program, lastDay);
  }

  /** A prepared settlement of the program. */
  SettlementDetail prepared(String program, LocalDate lastDay) {
    SettlementSummary begun = begun(program, lastDay);
    preparationJob.carryOut(work(begun.uid(), Integer.MAX_VALUE));
    return settlements.get(DEWI, begun.uid());
  }

  void prepareUntil(SettlementSummary begun, int steps) {
    preparationJob.carryOut(work(begun.uid(), steps));
  }

  UUID decided(UUID settlement, RemittanceFormat format) {
    return heldBack.decided(HENDRA, settlement, format);
  }

  /** Carries a release out, and breaks down when it reports progress for the given time. */
  void carryOut(UUID release, int steps) {
    releaseJob.carryOut(work(release, steps));
  }

  SettlementDetail released(UUID settlement) {
    return released(settlement, RemittanceFormat.PAIN_001);
  }

  SettlementDetail released(UUID settlement, RemittanceFormat format) {
    carryOut(decided(settlement, format), Integer.MAX_VALUE);
    return settlements.get(DEWI, settlement);
  }

  List<PayoutSummary> payouts(UUID settlement) {
    return payouts
        .list(DEWI, ListQuery.firstRows(100).filtered("settlement", settlement.toString()))
        .rows();
  }

  /** Stands for a server that was killed. */
  static final class Killed extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  private static RunningJob work(UUID argument, int steps) {
    int[] left = {steps};
    return new RunningJob() {
      @Override
      public long id() {
        return 0;
      }

      @Override
      public UUID uid() {
        return argument;
      }

      @Override
      public String subject() {
        return "";
      }

      @Override
      public String argument() {
        return argument.toString();
      }

      @Override
      public String requestedBy() {
        return "test";
      }

      @Override
      public void progress(long done, long total) {
        if (left[0]-- == 0) {
          throw new Killed();
        }
      }
    };
  }

  @Transactional
  long count(String query, Object... parameters) {
    return sql.row(row -> row.number("n"), query, parameters).orElseThrow();
  }
}
