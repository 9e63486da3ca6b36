package org.mitra.walkthrough;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that tests make for themselves, so that none depends on whom the demo knows. */
final class People {
  private static final String FIRST = "first-" + UUID.randomUUID();
  private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

  private People() {}

  /** A name that nobody has. */
  static String name(String what) {
    return what + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * An account with the demo's password, chosen as its owner would.
   *
   * @param partner code of the partner he works for; empty for the vendor's people
   * @return its name
   */
  static String account(String role, String partner) {
    String name = name(role.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    String application = partner.isEmpty() ? "/admin" : "/partner";
    Api.as("/admin", "admin")
        .post(
            "/users",
            """
            {"user": {"username": "%s", "displayName": "%s", "email": "", "language": "id",
              "roles": ["%s"], "partner": "%s", "enabled": true}, "password": "%s"}
            """
                .formatted(name, name, role, partner, FIRST))
        .is(201);
    Api first = Api.signIn(application, name, FIRST);
    first
        .put(
            "/me/password",
            "{\"oldPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(FIRST, Walk.PASSWORD))
        .is(204);
    first.serves(name);
    return name;
  }

  /** Somebody of the vendor whom tests share, and whose language none of them changes. */
  static String somebody(String role) {
    return SHARED.computeIfAbsent(role, needed -> account(needed, ""));
  }

  /** A session of a new account. */
  static Api session(String role, String partner) {
    return Api.as(partner.isEmpty() ? "/admin" : "/partner", account(role, partner));
  }

  /** A dealer of its own. */
  static String dealer() {
    String code = name("WALK").toUpperCase(java.util.Locale.ROOT);
    Api.as("/admin", "maya")
        .post(
            "/partners",
            """
            {"code": "%s", "name": "Toko %s", "type": "DEALER", "currency": "IDR", "email": "", "taxNumber": "",
              "joinedOn": "2025-01-01", "active": true, "parent": "", "level": "GOLD", "region": "JAVA", "standingFrom": null}
            """
                .formatted(code, code))
        .is(201);
    return code;
  }
}
