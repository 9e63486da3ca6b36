package org.mitra.statements;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.time.Period;

/**
 * A statement as JSON: the form in which it is kept, hashed and handed to programs. Written field
 * by field, so that a statement of years ago is read as it was meant.
 */
public final class StatementJson {
  private static final int FORMAT = 1;

  private StatementJson() {}

  public static byte[] write(StatementContent s) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add("number", s.number())
            .add("issuedAt", s.issuedAt().toString())
            .add("settlement", s.settlement())
            .add("lastDay", s.lastDay().toString())
            .add("payer", s.payer())
            .add(
                "payee",
                Json.createObjectBuilder()
                    .add("code", s.payee().code())
                    .add("name", s.payee().name())
                    .add("taxNumber", s.payee().taxNumber()))
            .add("currency", s.currency().code());
    JsonArrayBuilder lines = Json.createArrayBuilder();
    s.lines().forEach(line -> lines.add(line(line)));
    JsonArrayBuilder recoveries = Json.createArrayBuilder();
    s.recoveries()
        .forEach(
            r ->
                recoveries.add(
                    Json.createObjectBuilder()
                        .add("origin", r.origin())
                        .add("amount", plain(r.amount()))
                        .add("taken", plain(r.taken()))));
    json.add("lines", lines)
        .add("gross", plain(s.gross()))
        .add(
            "tax",
            Json.createObjectBuilder()
                .add("form", s.tax().form())
                .add("rate", s.tax().rate())
                .add("base", plain(s.tax().base()))
                .add("amount", plain(s.tax().amount())))
        .add("recoveries", recoveries)
        .add("recovered", plain(s.recovered()))
        .add("carried", plain(s.carried()))
        .add("net", plain(s.net()))
        .add("owed", plain(s.owed()));
    s.account()
        .ifPresent(
            account ->
                json.add(
                    "account",
                    Json.createObjectBuilder()
                        .add("bank", account.bank())
                        .add("number", account.maskedNumber())
                        .add("holder", account.holder())));
    return json.add("entry", s.entry()).build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObjectBuilder line(StatementContent.Line line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", line.kind())
            .add("program", line.program())
            .add("programId", line.programId())
            .add("programEn", line.programEn())
            .add("earnedFrom", line.earned().start().toString())
            .add("earnedUntil", line.earned().end().toString())
            .add("origin", line.origin())
            .add("memo", line.memo())
            .add("facts", ExplanationJson.facts(line.facts()))
            .add("entitled", plain(line.entitled()))
            .add("settledBefore", plain(line.settledBefore()))
            .add("amount", plain(line.amount()));
    line.explanation().ifPresent(why -> json.add("explanation", ExplanationJson.write(why)));
    return json;
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }

  public static StatementContent read(byte[] bytes) {
    try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return read(reader.readObject());
    }
  }

  private static StatementContent read(JsonObject json) {
    Currency currency = Currency.of(json.getString("currency"));
    JsonObject payee = json.getJsonObject("payee");
    JsonObject tax = json.getJsonObject("tax");
    return new StatementContent(
        json.getString("number"),
        Instant.parse(json.getString("issuedAt")),
        json.getString("settlement"),
        LocalDate.parse(json.getString("lastDay")),
        json.getString("payer"),
        new StatementContent.Payee(
            payee.getString("code"), payee.getString("name"), payee.getString("taxNumber")),
        currency,
        json.getJsonArray("lines").getValuesAs(line -> line(line.asJsonObject(), currency)),
        money(json, "gross", currency),
        new StatementContent.Tax(
            tax.getString("form"),
            tax.getString("rate"),
            money(tax, "base", currency),
            money(tax, "amount", currency)),
        json.getJsonArray("recoveries")
            .getValuesAs(value -> recovery(value.asJsonObject(), currency)),
        money(json, "recovered", currency),
        money(json, "carried", currency),
        money(json, "net", currency),
        money(json, "owed", currency),
        Optional.ofNullable(json.getJsonObject("account")).map(StatementJson::account),
        json.getJsonNumber("entry").longValueExact());
  }

  private static StatementContent.Recovery recovery(JsonObject json, Currency currency) {
    return new StatementContent.Recovery(
        json.getString("origin"), money(json, "amount", currency), money(json, "taken", currency));
  }

  private static StatementContent.Account account(JsonObject json) {
    return new StatementContent.Account(
        json.getString("bank"), json.getString("number"), json.getString("holder"));
  }

  private static StatementContent.Line line(JsonObject json, Currency currency) {
    return new StatementContent.Line(
        json.getString("kind"),
        json.getString("program"),
        json.getString("programId"),
        json.getString("programEn"),
        new Period(
            LocalDate.parse(json.getString("earnedFrom")),
            LocalDate.parse(json.getString("earnedUntil"))),
        json.getString("origin"),
        json.getString("memo"),
        ExplanationJson.facts(json.getJsonObject("facts")),
        money(json, "entitled", currency),
        money(json, "settledBefore", currency),
        money(json, "amount", currency),
        Optional.ofNullable(json.getJsonObject("explanation"))
            .map(why -> ExplanationJson.read(why, currency)));
  }

  private static Money money(JsonObject json, String name, Currency currency) {
    return new Money(new BigDecimal(json.getString(name)), currency);
  }
}
