package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.programs.ProgramStage.MAY;
import static org.mitra.programs.ProgramStage.MAYA;
import static org.mitra.programs.ProgramStage.RIZAL;
import static org.mitra.programs.ProgramStage.assertProblem;
import static org.mitra.programs.ProgramStage.terms;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Sql;
import org.mitra.engine.Calculation;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.Flow;
import org.mitra.engine.Item;
import org.mitra.engine.Kind;
import org.mitra.engine.Parties;
import org.mitra.engine.Party;
import org.mitra.engine.SalesLine;
import org.mitra.it.Together;
import org.mitra.money.Currency;
import org.mitra.partners.PartnerDetail;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.text.Texts;

@ExtendWith(ArquillianExtension.class)
class EnrollmentsIT {
  private static final String ENROLLED = "{\"enrollment\": \"ENROLLED\"}";

  @Inject private Programs programs;
  @Inject private Enrollments enrollments;
  @Inject private Partners partners;
  @Inject private BusinessClock clock;
  @Inject private PartnerRows partnerRows;

  @Resource private ManagedThreadFactory threads;

  /** Looks up a row id, which needs a transaction. */
  @jakarta.enterprise.context.ApplicationScoped
  static class PartnerRows {
    @Inject private Sql sql;

    @jakarta.transaction.Transactional
    public long id(String code) {
      return sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE code = ?", code)
          .orElseThrow();
    }
  }

  @Test
  void aPartnerEarnsFromTheDayOnWhichHeIsEnrolledToTheDayOnWhichHeLeaves() {
    partner("ENR-1", "GOLD", "JAVA");
    UUID program = published("ENROLL-1", ENROLLED);
    clock.at(
        MAY,
        () -> {
          assertThat(credited("ENROLL-1", "ENR-1", "2026-05-10")).isFalse();
          enrollments.enroll(MAYA, program, " enr-1 ", null);
          assertThat(credited("ENROLL-1", "ENR-1", "2026-05-09")).isFalse();
          assertThat(credited("ENROLL-1", "ENR-1", "2026-05-10")).isTrue();
          assertProblem(
              409,
              "program.enrolled-already",
              () -> enrollments.enroll(MAYA, program, "ENR-1", LocalDate.parse("2026-08-01")));
          assertProblem(
              422,
              "program.leave-too-early",
              () -> enrollments.leave(MAYA, program, "ENR-1", LocalDate.parse("2026-05-10")));
          enrollments.leave(MAYA, program, "ENR-1", LocalDate.parse("2026-06-01"));
          assertThat(credited("ENROLL-1", "ENR-1", "2026-05-31")).isTrue();
          assertThat(credited("ENROLL-1", "ENR-1", "2026-06-01")).isFalse();
          assertProblem(
              409,
              "program.not-enrolled",
              () -> enrollments.leave(MAYA, program, "ENR-1", LocalDate.parse("2026-06-01")));
          enrollments.enroll(MAYA, program, "ENR-1", LocalDate.parse("2026-06-01"));
          assertThat(credited("ENROLL-1", "ENR-1", "2026-06-01")).isTrue();
        });
  }

  @Test
  void anEnrollmentThatHasNotBegunCanBeTakenBack() {
    partner("ENR-2", "GOLD", "JAVA");
    UUID program = published("ENROLL-2", ENROLLED);
    clock.at(
        MAY,
        () -> {
          enrollments.enroll(MAYA, program, "ENR-2", LocalDate.parse("2026-09-01"));
          enrollments.leave(MAYA, program, "ENR-2", LocalDate.parse("2026-08-01"));
          assertThat(enrollments.list(MAYA, program, ListQuery.firstRows(5)).total()).isZero();
          assertProblem(
              422,
              "program.enroll-outside",
              () -> enrollments.enroll(MAYA, program, "ENR-2", LocalDate.parse("2027-01-01")));
          assertProblem(
              422, "partner.unknown", () -> enrollments.enroll(MAYA, program, "NOBODY", null));
        });
  }

  @Test
  void ofManyWhoEnrollHimAtOnceOneWins() throws InterruptedException {
    partner("ENR-3", "GOLD", "JAVA");
    UUID program = published("ENROLL-3", ENROLLED);
    LocalDate day = LocalDate.parse("2026-03-01");
    List<String> outcomes =
        Together.run(
            threads,
            10,
            () -> {
              enrollments.enroll(MAYA, program, "ENR-3", day);
              return null;
            });
    assertThat(outcomes).containsOnlyOnce("ok");
    assertThat(outcomes).containsOnly("ok", "program.enrolled-already");
    assertThat(enrollments.list(MAYA, program, ListQuery.firstRows(5)).total()).isEqualTo(1);
  }

  @Test
  void manyAtOnceByLevelAndRegion() {
    partner("BULK-1", "BULKGOLD", "BULKJAVA");
    partner("BULK-2", "BULKGOLD", "BULKBALI");
    partner("BULK-3", "BULKSILVER", "BULKJAVA");
    UUID program = published("ENROLL-4", ENROLLED);
    LocalDate day = LocalDate.parse("2026-04-01");
    enrollments.enroll(MAYA, program, "BULK-1", day);
    PartnerFilter gold = new PartnerFilter(null, "bulkgold", "");
    assertThat(enrollments.count(MAYA, program, gold, day)).isEqualTo(1);
    assertThat(enrollments.enrollAll(MAYA, program, gold, day)).isEqualTo(1);
    assertThat(enrollments.enrollAll(MAYA, program, gold, day)).as("a second time").isZero();
    PartnerFilter java = new PartnerFilter(PartnerType.DEALER, "", "bulkjava");
    assertThat(enrollments.enrollAll(MAYA, program, java, day)).isEqualTo(1);
    assertThat(enrollments.list(MAYA, program, ListQuery.firstRows(10)).rows())
        .extracting(EnrollmentSummary::partnerCode)
        .containsExactlyInAnyOrder("BULK-1", "BULK-2", "BULK-3");
    assertThat(programs.get(MAYA, program).enrolled()).isEqualTo(3);
  }

  @Test
  void aPartnerIsToldOfProgramsThatConcernHim() {
    PartnerDetail gold = partner("OFFER-1", "OFFERGOLD", "JAVA");
    PartnerDetail silver = partner("OFFER-2", "OFFERSILVER", "JAVA");
    UUID forGold =
        published(
            "OFFER-GOLD",
            "{\"currency\": \"IDR\", \"limits\": {\"budget\": \"77000000\", \"perPayee\": \"5\"},"
                + " \"scope\": {\"levels\": [\"OFFERGOLD\"]}}");
    UUID byEnrollment =
        published(
            "OFFER-ENROLLED",
            "{\"enrollment\": \"ENROLLED\", \"scope\": {\"levels\": [\"OFFERNONE\"]}}");
    enrollments.enroll(MAYA, byEnrollment, "OFFER-2", LocalDate.parse("2026-02-01"));
    programs.create(MAYA, new CreateProgram("OFFER-DRAFT", terms("{}")));
    clock.at(
        MAY,
        () -> {
          assertThat(codes(gold)).contains("OFFER-GOLD").doesNotContain("OFFER-ENROLLED");
          assertThat(codes(gold)).doesNotContain("OFFER-DRAFT");
          assertThat(codes(silver)).contains("OFFER-ENROLLED").doesNotContain("OFFER-GOLD");
          assertProblem(
              404, "not-found", () -> programs.concerning(scope(silver), forGold, Texts.ENGLISH));
          PartnerProgram told = programs.concerning(scope(gold), forGold, Texts.INDONESIAN);
          assertThat(told.status()).isEqualTo(PartnerProgram.Status.RUNNING);
          assertThat(told.name()).isEqualTo("Rabat");
          assertThat(told.toString()).as("how much there is").doesNotContain("77000000");
          assertThat(told.terms().getJsonObject("limits").getString("perPayee")).isEqualTo("5");
          assertThat(told.words()).isNotEmpty();
        });
    clock.at(
        Instant.parse("2027-01-01T03:00:00Z"),
        () ->
            assertThat(programs.concerning(scope(gold), forGold, Texts.ENGLISH).status())
                .isEqualTo(PartnerProgram.Status.ENDED));
  }

  @Test
  void aPartnerEnrollsHimselfWhereTheTermsLetHim() {
    PartnerDetail gold = partner("SELF-1", "GOLD", "JAVA");
    Actor owner = of(gold, Role.PARTNER_OWNER);
    String scope = "\"scope\": {\"levels\": [\"GOLD\"]}";
    UUID open = published("SELF-OPEN", "{\"enrollment\": \"SELF_ENROLLED\", " + scope + "}");
    UUID invited = published("SELF-INVITED", "{\"enrollment\": \"ENROLLED\", " + scope + "}");
    UUID other =
        published(
            "SELF-OTHER",
            "{\"enrollment\": \"SELF_ENROLLED\", \"scope\": {\"levels\": [\"SELFNONE\"]}}");
    clock.at(
        MAY,
        () -> {
          PartnerProgram offer = programs.concerning(scope(gold), open, Texts.ENGLISH);
          assertThat(offer.canEnroll()).isTrue();
          String digest = offer.digest();
          assertProblem(
              403,
              "access.role-missing",
              () -> enrollments.enrollMyself(of(gold, Role.PARTNER_USER), open, digest));
          assertProblem(404, "not-found", () -> enrollments.enrollMyself(owner, other, digest));
          assertProblem(
              422,
              "program.enrolled-by-vendor",
              () -> enrollments.enrollMyself(owner, invited, digest));
          assertProblem(
              409,
              "program.changed-since",
              () -> enrollments.enrollMyself(owner, open, "0".repeat(64)));
          enrollments.enrollMyself(owner, open, digest);
          assertThat(credited("SELF-OPEN", "SELF-1", "2026-05-09")).isFalse();
          assertThat(credited("SELF-OPEN", "SELF-1", "2026-05-10")).isTrue();
          assertThat(programs.concerning(scope(gold), open, Texts.ENGLISH).canEnroll()).isFalse();
          assertProblem(
              409, "program.enrolled-already", () -> enrollments.enrollMyself(owner, open, digest));
        });
  }

  private Actor of(PartnerDetail partner, Role role) {
    return new Actor("self", "Self", EnumSet.of(role), Optional.of(scope(partner)));
  }

  private List<String> codes(PartnerDetail partner) {
    return programs.concerning(scope(partner), Texts.ENGLISH).stream()
        .map(PartnerProgram::code)
        .toList();
  }

  private PartnerScope scope(PartnerDetail partner) {
    return PartnerScope.of(partnerRows.id(partner.code()), partner.uid(), partner.code());
  }

  private boolean credited(String program, String partner, String day) {
    Calculation calculation =
        Calculation.explained(List.of(programs.compiled(program).orElseThrow()));
    Instant sold = LocalDate.parse(day).atTime(12, 0).toInstant(java.time.ZoneOffset.ofHours(7));
    calculation.see(
        new SalesLine(
            1,
            1,
            "INV-1",
            "1",
            Kind.SALE,
            Flow.SELL_IN,
            Dates.of(sold, sold, sold),
            new Parties(
                Optional.empty(),
                Optional.of(Party.of(partner, "DEALER", "GOLD", "JAVA")),
                Optional.empty(),
                Optional.empty()),
            Customer.UNKNOWN,
            Item.of("P", ""),
            BigDecimal.ONE,
            BigDecimal.TEN,
            BigDecimal.TEN,
            Optional.empty(),
            Currency.IDR,
            Map.of()));
    return !calculation.measures().isEmpty();
  }

  private UUID published(String code, String changes) {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms(changes)));
    programs.submit(MAYA, draft.version(), "meant so");
    String digest = programs.get(MAYA, draft.program()).newest().digest();
    programs.approve(RIZAL, draft.version(), digest, "");
    programs.publish(MAYA, draft.version());
    return draft.program();
  }

  private PartnerDetail partner(String code, String level, String region) {
    return partners.save(
        MAYA,
        new SavePartner(
            code,
            "Partner " + code,
            PartnerType.DEALER,
            "IDR",
            "",
            "",
            LocalDate.of(2025, 1, 1),
            true,
            "",
            level,
            region,
            "",
            null));
  }
}
