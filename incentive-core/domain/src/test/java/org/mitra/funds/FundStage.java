package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;

/** What tests of funds need: programs, partners, people, files, and a look into the books. */
@ApplicationScoped
public class FundStage {
  /** Half of the cost, claimed within 60 days, all year round. */
  public static final String HALF =
      """
      {"name": {"id": "Dana promosi", "en": "Promotion fund"}, "currency": "IDR",
       "zone": "Asia/Jakarta", "from": "2027-01-01", "until": "2028-01-01",
       "periodMonths": 12, "closingDay": 0, "payee": "BUYER",
       "scope": {"flows": ["SELL_IN", "SELL_THROUGH"]}, "enrollment": "EVERYONE",
       "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
       "rule": {"type": "fund", "share": "50%", "claimWithinDays": 60}}
      """;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Partners partners;
  @Inject private Programs programs;
  @Inject private Documents documents;
  @Inject private Ledger ledger;

  /** A program that was published with these terms. */
  @Transactional
  public String program(String code, String terms) {
    ProgramRef draft =
        programs.create(manager("stage"), new CreateProgram(code, TermsJson.decode(terms)));
    programs.submit(manager("stage"), draft.version(), "meant so");
    programs.approve(
        manager("checker"), draft.version(), TermsJson.digest(TermsJson.decode(terms)).hex(), "");
    programs.publish(manager("stage"), draft.version());
    return code;
  }

  public void partner(String code, String parent, LocalDate standingFrom) {
    partners.save(
        manager("stage"),
        new SavePartner(
            code,
            "Partner " + code,
            parent.isEmpty() ? PartnerType.DISTRIBUTOR : PartnerType.DEALER,
            "IDR",
            "",
            "",
            LocalDate.of(2025, 1, 1),
            true,
            parent,
            "GOLD",
            "JAVA",
            "",
            standingFrom));
  }

  /** Somebody who works for the partner. */
  @Transactional
  public Actor dealer(String partner) {
    return sql.row(
            row ->
                new Actor(
                    "user-of-" + partner,
                    "User of " + partner,
                    EnumSet.of(Role.PARTNER_USER),
                    Optional.of(
                        PartnerScope.of(row.number("id"), row.uuid("uid"), row.text("code")))),
            "SELECT id, uid, code FROM partner WHERE code = ?",
            partner)
        .orElseThrow();
  }

  public Actor manager(String name) {
    return new Actor(name, "Manager " + name, EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
  }

  public Actor finance(String name) {
    return new Actor(name, "Finance " + name, EnumSet.of(Role.FINANCE), Optional.empty());
  }

  /** A file that the actor uploaded. */
  public UUID pdf(Actor actor) {
    byte[] content = ("%PDF-1.4 proof of " + actor.username()).getBytes(StandardCharsets.UTF_8);
    return documents.keep(actor, "proof.pdf", content).uid();
  }

  /** Public id of a partner's fund in a program. */
  @Transactional
  public UUID fund(String program, String partner) {
    return sql.row(
            row -> row.uuid("uid"),
            "SELECT f.uid FROM fund f JOIN program g ON g.id = f.program_id"
                + " JOIN partner p ON p.id = f.partner_id WHERE g.code = ? AND p.code = ?",
            program,
            partner)
        .orElseThrow();
  }

  /** What stands on an account, debit positive. */
  @Transactional
  public BigDecimal booked(String account, String partner, String program) {
    return ledger.balance(new Entry.Place(account, partner, program), Currency.IDR).amount();
  }

  @Transactional
  public List<String> payables(String partner) {
    return sql.rows(
        row ->
            row.text("source_kind")
                + " "
                + row.decimal("amount").stripTrailingZeros().toPlainString(),
        "SELECT y.source_kind, y.amount FROM payable y JOIN partner p ON p.id = y.partner_id"
            + " WHERE p.code = ? ORDER BY y.id",
        partner);
  }

  @Transactional(rollbackOn = Exception.class)
  public int update(String statement, Object... parameters) {
    return sql.update(statement, parameters);
  }

  @Transactional(rollbackOn = Exception.class)
  public void together(Runnable work) {
    work.run();
  }

  /** Does something at a time in Jakarta, given as {@code 2027-06-30T23:59:59}. */
  public void at(String jakarta, Runnable work) {
    clock.at(
        java.time.LocalDateTime.parse(jakarta)
            .atZone(java.time.ZoneId.of("Asia/Jakarta"))
            .toInstant(),
        work);
  }
}
