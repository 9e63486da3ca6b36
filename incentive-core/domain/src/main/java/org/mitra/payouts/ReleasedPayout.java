package org.mitra.payouts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.statements.StatementContent;

/** A payout while it is released. */
record ReleasedPayout(
    long id,
    UUID uid,
    long settlementId,
    LocalDate lastDay,
    long partnerId,
    StatementContent.Payee payee,
    PayoutAmounts amounts,
    StatementContent.Tax tax,
    OptionalLong accountId,
    int attempt) {

  static ReleasedPayout of(Sql.Row row) throws SQLException {
    Currency currency = Currency.of(row.text("currency"));
    PayoutAmounts amounts = PayoutAmounts.of(row);
    return new ReleasedPayout(
        row.number("id"),
        row.uuid("uid"),
        row.number("settlement_id"),
        row.day("last_day"),
        row.number("partner_id"),
        new StatementContent.Payee(
            row.text("partner_code"), row.text("partner_name"), row.text("tax_number")),
        amounts,
        new StatementContent.Tax(
            row.text("tax_form"),
            row.text("tax_rate"),
            new Money(row.decimal("tax_base"), currency),
            amounts.tax()),
        row.optionalNumber("account_id"),
        row.integer("attempt"));
  }

  Currency currency() {
    return amounts.gross().currency();
  }

  String number() {
    return SerialNumber.of("P", id);
  }
}
