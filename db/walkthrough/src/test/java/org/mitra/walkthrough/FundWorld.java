package org.mitra.walkthrough;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A fund program of our own, made over REST by two people, and calls in somebody's name. */
final class FundWorld {
  static final String PARTNER = "TOKO-MAJU";

  private FundWorld() {}

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Jakarta"));
  }

  /** A call in the name of whoever is signed in on the page; fails unless it succeeds. */
  static JsonObject post(Page page, String path, String json) {
    APIResponse answer = call(page, path, json, UUID.randomUUID().toString());
    Assertions.assertThat(answer.status()).as(path + ": " + answer.text()).isBetween(200, 201);
    return read(answer);
  }

  static APIResponse call(Page page, String path, String json, String key) {
    return page.request()
        .post(
            Walk.root() + path,
            RequestOptions.create()
                .setHeader("X-Requested-With", "walk")
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept-Language", "id")
                .setHeader("Idempotency-Key", key)
                .setData(json));
  }

  static JsonObject get(Page page, String path) {
    return read(page.request().get(Walk.root() + path));
  }

  static JsonObject read(APIResponse answer) {
    return Json.createReader(new StringReader(answer.text())).readObject();
  }

  /** Somebody of the vendor's people with a password of his own. */
  static void user(Page admin, String name, String role) {
    post(
        admin,
        "/admin/api/users",
        """
        {"user": {"username": "%s", "displayName": "%s", "email": "%s@example.com",
         "language": "id", "roles": ["%s"], "partner": "", "enabled": true},
         "password": "first-password-2026"}
        """
            .formatted(name, name, name, role));
  }

  static void chooseOwnPassword(Page page) {
    APIResponse answer =
        page.request()
            .put(
                Walk.root() + "/admin/api/me/password",
                RequestOptions.create()
                    .setHeader("X-Requested-With", "walk")
                    .setHeader("Content-Type", "application/json")
                    .setData(
                        "{\"oldPassword\": \"first-password-2026\", \"newPassword\": \"%s\"}"
                            .formatted(Walk.PASSWORD)));
    Assertions.assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  /** A published program that pays half of the cost, claimed within 60 days. */
  static void program(Page manager, Page approver, String code, String nameId) {
    String terms =
        """
        {"name": {"id": "%s", "en": "%s (en)"}, "currency": "IDR", "zone": "Asia/Jakarta",
         "from": "%s-01-01", "until": "%s-01-01", "periodMonths": 12, "closingDay": 0,
         "payee": "BUYER", "scope": {"flows": ["SELL_IN", "SELL_THROUGH"]},
         "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
         "rule": {"type": "fund", "share": "50%%", "claimWithinDays": 60}}
        """
            .formatted(nameId, nameId, today().getYear(), today().getYear() + 2);
    JsonObject draft =
        post(
            manager,
            "/admin/api/programs",
            "{\"code\": \"%s\", \"terms\": %s}".formatted(code, terms));
    String version = "/admin/api/programs/versions/" + draft.getString("version");
    post(manager, version + "/submit", "{\"reason\": \"meant so\"}");
    String digest =
        post(manager, "/admin/api/programs/check", "{\"terms\": %s}".formatted(terms))
            .getString("digest");
    post(
        approver, version + "/approve", "{\"digest\": \"%s\", \"remark\": \"\"}".formatted(digest));
    post(manager, version + "/publish", "{}");
  }

  static String allocation(String program, String amount, LocalDate expiresOn) {
    return """
        {"program": "%s", "partner": "%s", "amount": "%s", "expiresOn": "%s",
         "carryOver": null, "note": "kuartal ini"}
        """
        .formatted(program, PARTNER, amount, expiresOn);
  }

  /** The partner's fund in the program. */
  static JsonObject fund(Page page, String application, String program) {
    return get(page, application + "/api/funds?program=" + program)
        .getJsonArray("rows")
        .getJsonObject(0);
  }
}
