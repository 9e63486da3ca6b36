package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Sql;
import org.mitra.engine.Finding;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.engine.Terms;
import org.mitra.exchange.ExchangeRates;
import org.mitra.exchange.SaveRate;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.figures.FigureKind;
import org.mitra.figures.ProposeFigure;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.Representatives;
import org.mitra.partners.SavePartner;
import org.mitra.problem.Problem;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.EditDraft;
import org.mitra.programs.Enrollments;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.VersionDetail;
import org.mitra.programs.terms.TermsJson;
import org.mitra.sales.Delivery;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.LineKey;
import org.mitra.sales.LineParties;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.Sales;

/** Distributors who buy one product at 100,000 rupiah, and programs that pay them 5 percent. */
@ApplicationScoped
public class AccrualWorld {
  static final Actor DEWI = staff("dewi", Role.FINANCE);
  static final Actor AUDITOR = staff("ratna", Role.AUDITOR);
  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  private static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);

  @Inject private Sql sql;
  @Inject private Partners partners;
  @Inject private Products products;
  @Inject private Programs programs;
  @Inject private Enrollments enrollments;
  @Inject private Sales sales;
  @Inject private Representatives representatives;
  @Inject private ExchangeRates rates;
  @Inject private AgreedFigures figures;
  @Inject private ClosedPeriods closedPeriods;
  @Inject private BusinessClock clock;

  private static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  void partnerWithProduct(String code) {
    partner(code);
    product(code);
  }

  void partner(String code) {
    partner(code, PartnerType.DISTRIBUTOR, "", LocalDate.of(2021, 1, 1));
  }

  void partner(String code, PartnerType type, String parent, LocalDate joinedOn) {
    partner(code, type, parent, joinedOn, "GOLD");
  }

  /** A partner, or another level of one from today on. */
  void partner(String code, PartnerType type, String parent, LocalDate joinedOn, String level) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "Partner " + code,
            type,
            "IDR",
            "",
            "",
            joinedOn,
            true,
            parent,
            level,
            "JAVA",
            "",
            null));
  }

  void product(String code) {
    products.create(
        MAYA,
        new SaveProduct(
            code, "Product " + code, "", "", "", "PCS", false, true, null, null, "", null));
  }

  /** Five percent of what distributors buy in a quarter, but for the changes. */
  UUID program(Instant now, String code, String changes) {
    Terms terms = terms(code, changes);
    List<UUID> published = new ArrayList<>();
    clock.at(
        now,
        () -> {
          ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms));
          programs.submit(MAYA, draft.version(), "meant so");
          programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
          programs.publish(MAYA, draft.version());
          published.add(draft.program());
        });
    return published.get(0);
  }

  private static Terms terms(String code, String changes) {
    return TermsJson.decode(
        Json.createMergePatch(TermsJson.parse(changes))
            .apply(
                TermsJson.parse(
                    """
                        {
                          "name": {"id": "Rabat", "en": "Rebate"},
                          "currency": "IDR", "zone": "Asia/Jakarta",
                          "from": "2021-04-01", "until": "2021-10-01", "periodMonths": 3, "closingDay": 0,
                          "payee": "BUYER", "scope": {"flows": ["SELL_IN"], "items": ["%s"]},
                          "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
                          "rule": {"type": "flat", "pays": "NET", "rate": "5%%"}
                        }
                        """
                        .formatted(code)))
            .asJsonObject(),
        "");
  }

  /** What is found about a draft of such a program, which is thrown away. */
  List<Finding> findings(Instant now, String code, String changes) {
    List<Finding> findings = new ArrayList<>();
    clock.at(
        now,
        () -> {
          ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms(code, changes)));
          findings.addAll(programs.findings(MAYA, draft.version()));
          programs.discard(MAYA, draft.version());
        });
    return findings;
  }

  /** Publishes the program's terms with changes, from the start of a period. */
  void amend(Instant now, UUID program, LocalDate from, String changes) {
    clock.at(
        now,
        () -> {
          ProgramRef draft = programs.amend(MAYA, program, from.getDayOfMonth() == 1 ? from : null);
          VersionDetail version = programs.get(MAYA, program).newest();
          Terms terms =
              TermsJson.decode(
                  Json.createMergePatch(TermsJson.parse(changes))
                      .apply(version.terms())
                      .asJsonObject(),
                  "");
          try {
            programs.edit(MAYA, new EditDraft(draft.version(), version.revision(), terms, from));
            programs.submit(MAYA, draft.version(), "meant so");
            programs.approve(RIZAL, draft.version(), TermsJson.digest(terms).hex(), "");
            programs.publish(MAYA, draft.version());
          } catch (Problem problem) {
            programs.discard(MAYA, draft.version());
            throw problem;
          }
        });
  }

  void enroll(Instant now, UUID program, String partner, LocalDate from) {
    clock.at(now, () -> enrollments.enroll(MAYA, program, partner, from));
  }

  @Transactional(rollbackOn = Exception.class)
  void sale(String buyer, String document, int units, String day) {
    saleOf(buyer, buyer, document, units, day);
  }

  @Transactional(rollbackOn = Exception.class)
  void saleOf(String buyer, String product, String document, int units, String day) {
    take(List.of(line(buyer, product, document, Kind.SALE, units, LocalDate.parse(day))));
  }

  @Transactional(rollbackOn = Exception.class)
  void returned(String buyer, String document, int units, String day) {
    take(List.of(line(buyer, buyer, document, Kind.RETURN, -units, LocalDate.parse(day))));
  }

  /** One unit a day. */
  @Transactional(rollbackOn = Exception.class)
  void sales(String buyer, int days, String first) {
    List<ReportedLine> lines = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = LocalDate.parse(first).plusDays(i);
      lines.add(line(buyer, buyer, "D" + i, Kind.SALE, 1, day));
    }
    take(lines);
  }

  private void take(List<ReportedLine> lines) {
    Delivery delivery = new Delivery(null, "test", lines.get(0).soldAt().plusSeconds(60), null);
    sales
        .take(delivery, lines)
        .forEach(
            taken ->
                taken
                    .refusal()
                    .ifPresent(
                        problem -> {
                          throw problem;
                        }));
  }

  private ReportedLine line(
      String buyer, String product, String document, Kind kind, int units, LocalDate day) {
    LineParties parties = new LineParties("", buyer, "", "", "");
    return line(Flow.SELL_IN, parties, product, document, kind, units, "IDR", day);
  }

  private ReportedLine line(
      Flow flow,
      LineParties parties,
      String product,
      String document,
      Kind kind,
      int units,
      String currency,
      LocalDate day) {
    return new ReportedLine(
        new LineKey("ERP-" + parties.seller() + parties.buyer(), document, "1", kind),
        document,
        flow,
        parties,
        product,
        new LineAmounts(
            BigDecimal.valueOf(units),
            "PCS",
            new BigDecimal(currency.equals("IDR") ? "100000" : "100"),
            null,
            null,
            null,
            null,
            currency,
            null),
        day,
        day.atTime(LocalTime.NOON).atZone(clock.zone()).toInstant(),
        kind == Kind.RETURN
            ? new ReportedLine.Reference(document, "1")
            : ReportedLine.Reference.NONE,
        List.of());
  }

  /** To a customer, for the seller. */
  @Transactional(rollbackOn = Exception.class)
  void soldBy(String representative, String seller, String product, int units, String day) {
    LineParties parties = new LineParties(seller, "", "", "Somebody", representative);
    take(
        List.of(
            line(
                Flow.SELL_OUT,
                parties,
                product,
                "OUT",
                Kind.SALE,
                units,
                "IDR",
                LocalDate.parse(day))));
  }

  /** At 100 of the currency a piece. */
  @Transactional(rollbackOn = Exception.class)
  void saleIn(String currency, String buyer, int units, String day) {
    LineParties parties = new LineParties("", buyer, "", "", "");
    take(
        List.of(
            line(
                Flow.SELL_IN,
                parties,
                buyer,
                currency,
                Kind.SALE,
                units,
                currency,
                LocalDate.parse(day))));
  }

  void representative(String seller, String code) {
    representatives.save(MAYA, seller, code, "Person " + code);
  }

  /** One proposes it, another agrees. */
  void agreeOnTarget(String program, String partner, LocalDate periodStart, String amount) {
    figures.proposeAll(
        MAYA,
        List.of(
            new ProposeFigure(
                program,
                partner,
                periodStart,
                FigureKind.TARGET,
                new BigDecimal(amount),
                "agreed")));
    List<UUID> waiting =
        figures
            .list(
                DEWI.scope(),
                ListQuery.firstRows(5).filtered("program", program).filtered("state", "PROPOSED"))
            .rows()
            .stream()
            .map(AgreedFigure::uid)
            .toList();
    figures.decide(RIZAL, waiting, true);
  }

  void rate(String from, String day, String rate) {
    rates.saveAll(
        DEWI,
        List.of(new SaveRate(from, "IDR", LocalDate.parse(day), new BigDecimal(rate), "test")));
  }

  /** Closes the ended periods of the program, as a settlement would. */
  void close(String program, LocalDate lastDay, long settlement) {
    List<EndedPeriod> ended = closedPeriods.ended(lastDay, Set.of(program));
    closedPeriods.bringUpToDate(DEWI, ended, (done, total) -> {});
    closedPeriods.close(settlement, ended);
  }

  /** Takes up what the partner has in closed periods of the program, as a settlement would. */
  @Transactional(rollbackOn = Exception.class)
  List<SettledAccrual> settle(String program, String partner, long settlement) {
    long id = scope(partner).partnerId().getAsLong();
    return closedPeriods.partnersToSettle(Set.of(program)).contains(id)
        ? closedPeriods.settle(DEWI, id, settlement, Set.of(program))
        : List.of();
  }

  @Transactional
  PartnerScope scope(String partner) {
    return sql.row(
            row -> PartnerScope.of(row.number("id"), row.uuid("uid"), partner),
            "SELECT id, uid FROM partner WHERE code = ?",
            partner)
        .orElseThrow();
  }

  @Transactional
  long jobId(UUID job) {
    return sql.row(row -> row.number("id"), "SELECT id FROM job WHERE uid = ?", job).orElseThrow();
  }
}
