package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mitra.access.PartnerScope;
import org.mitra.bank.BankAccounts;
import org.mitra.data.Listing;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.remittance.Payer;

/** Payouts as lists read them, each with the account it would go to and with what blocks it. */
@ApplicationScoped
class PayoutList {
  /** What {@link #block} reads besides the payout. */
  static final String COLUMNS =
      "o.*, p.code AS partner_code, p.name AS partner_name, p.active AS partner_active,"
          + " s.uid AS settlement_uid, s.state AS settlement_state, b.id AS current_id,"
          + " w.id AS newest_id, w.state AS newest_state";

  /** States of payouts that have left; what is in another is still on its way. */
  static final String GONE = "('RELEASED', 'OFFSET', 'PAID')";

  private static final String LAST_DAY = "DATE_SUB(%s, INTERVAL 1 DAY)";

  @Inject private BankAccounts bankAccounts;
  @Inject private Payer payer;

  /** Tables of {@link #COLUMNS}. */
  String tables() {
    return "payout o JOIN settlement s ON s.id = o.settlement_id"
        + " JOIN partner p ON p.id = o.partner_id LEFT JOIN bank_account b ON b.id = "
        + bankAccounts.current("o.partner_id", "o.currency")
        + " LEFT JOIN bank_account w ON w.id = (SELECT MAX(n.id) FROM bank_account n"
        + " WHERE n.partner_id = o.partner_id AND n.currency = o.currency"
        + " AND n.state IN ('PROPOSED', 'APPROVED'))";
  }

  Listing<PayoutSummary> payouts(PartnerScope scope) {
    Set<Currency> payable = payer.accounts().keySet();
    return Listing.of(
            row -> summary(row, payable),
            COLUMNS
                + ", t.bank_name AS used_bank, t.number AS used_number, b.bank_name AS current_bank,"
                + " b.number AS current_number, st.uid AS statement_uid",
            tables()
                + " LEFT JOIN bank_account t ON t.id = o.account_id"
                + " LEFT JOIN statement st ON st.payout_id = o.id")
        .within(scope, "o.partner_id", "o.covers_from", LAST_DAY.formatted("o.covers_until"))
        .filter("partner", Listing.Match.CONTAINS, "p.code")
        .filter("partnerName", Listing.Match.CONTAINS, "p.name")
        .filter("currency", Listing.Match.EQUALS, "o.currency")
        .filter("state", Listing.Match.EQUALS, "o.state")
        .filter("settlement", Listing.Match.UID, "s.uid = ?")
        .sort("partnerName", "p.name")
        .sort("gross", "o.gross")
        .sort("net", "o.net")
        .sort("state", "o.state")
        .newestFirst("o.id");
  }

  private PayoutSummary summary(Sql.Row row, Set<Currency> payable) throws SQLException {
    String bank = row.text("used_bank") == null ? row.text("current_bank") : row.text("used_bank");
    String number =
        row.text("used_number") == null ? row.text("current_number") : row.text("used_number");
    return new PayoutSummary(
        row.uuid("uid"),
        SerialNumber.of("P", row.number("id")),
        row.uuid("settlement_uid"),
        SerialNumber.of("S", row.number("settlement_id")),
        row.text("partner_code"),
        row.text("partner_name"),
        row.text("currency"),
        row.integer("payables"),
        row.decimal("gross"),
        row.text("tax_form"),
        row.text("tax_rate"),
        row.decimal("tax"),
        row.decimal("recovered"),
        row.decimal("added"),
        row.decimal("net"),
        row.constant("state", PayoutState.class),
        block(row, payable).map(PayoutBlock::name).orElse(""),
        row.text("reason"),
        number == null ? "" : bank + " " + BankAccounts.masked(number),
        row.uuid("statement_uid"));
  }

  /**
   * What is in the way of a payout.
   *
   * @param payable currencies in which the house has an account
   */
  Optional<PayoutBlock> block(Sql.Row row, Set<Currency> payable) throws SQLException {
    PayoutState state = row.constant("state", PayoutState.class);
    boolean waits = state == PayoutState.PREPARED || state == PayoutState.RETURNED;
    if (!waits || row.decimal("net").signum() == 0) {
      return Optional.empty();
    }
    return PayoutBlocks.block(
        row.flag("partner_active"),
        payable.contains(Currency.of(row.text("currency"))),
        new PayoutBlocks.Accounts(
            row.optionalNumber("current_id"),
            row.optionalNumber("newest_id"),
            row.text("newest_state")),
        state == PayoutState.RETURNED ? row.optionalNumber("account_id") : OptionalLong.empty());
  }

  Listing<PayableSummary> payables(PartnerScope scope) {
    Set<Currency> payable = payer.accounts().keySet();
    String version =
        " JOIN program_version v ON v.program_id = g.id AND v.number = (SELECT MAX(n.number)"
            + " FROM program_version n WHERE n.program_id = g.id AND n.state = 'PUBLISHED')";
    // Tables of payouts come last: they are outer joined as a whole.
    return Listing.of(
            row -> payable(row, payable),
            COLUMNS
                + ", a.uid AS payable_uid, a.source_kind, a.earned_from, a.earned_until,"
                + " a.currency AS payable_currency, a.amount, a.approved_at, g.code AS program_code,"
                + " v.name_id, v.name_en, q.code AS owner_code, q.name AS owner_name,"
                + " x.adjusts",
            "payable a JOIN program g ON g.id = a.program_id"
                + version
                + " JOIN partner q ON q.id = a.partner_id"
                + " LEFT JOIN payable_basis x ON x.payable_id = a.id LEFT JOIN ("
                + tables()
                + ") ON o.id = a.payout_id")
        .within(scope, "a.partner_id", "a.earned_from", LAST_DAY.formatted("a.earned_until"))
        .filter("partner", Listing.Match.CONTAINS, "q.code")
        .filter("partnerName", Listing.Match.CONTAINS, "q.name")
        .filter("currency", Listing.Match.EQUALS, "a.currency")
        .filter("program", Listing.Match.EQUALS, "g.code")
        .filterBy("paid", "CASE WHEN o.state IN " + GONE + " THEN 'true' ELSE 'false' END = ?")
        .sort("earnedFrom", "a.earned_from")
        .sort("amount", "a.amount")
        .newestFirst("a.id");
  }

  private PayableSummary payable(Sql.Row row, Set<Currency> payable) throws SQLException {
    boolean taken = row.optionalNumber("id").isPresent();
    boolean adjusts = row.optionalNumber("adjusts").orElse(0) > 0;
    return new PayableSummary(
        row.uuid("payable_uid"),
        adjusts ? "ADJUSTMENT" : row.text("source_kind"),
        row.text("program_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("owner_code"),
        row.text("owner_name"),
        row.day("earned_from"),
        row.day("earned_until"),
        row.text("payable_currency"),
        row.decimal("amount"),
        row.instant("approved_at"),
        taken ? row.uuid("uid") : null,
        taken ? row.text("state") : "",
        taken ? block(row, payable).map(PayoutBlock::name).orElse("") : "");
  }
}
