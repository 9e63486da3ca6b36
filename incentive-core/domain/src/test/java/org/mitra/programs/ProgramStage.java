package org.mitra.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.programs.terms.TermsJson;

/** Who works on programs, and programs of a test's own on their way to be published. */
abstract class ProgramStage {
  static final Actor MAYA = staff("maya", Role.CHANNEL_MANAGER);
  static final Actor RIZAL = staff("rizal", Role.CHANNEL_MANAGER);
  static final Actor FINA = staff("fina", Role.FINANCE);
  static final Actor AUDITOR = staff("audi", Role.AUDITOR);

  /** In the middle of the second quarter of the programs here. */
  static final Instant MAY = Instant.parse("2026-05-10T03:00:00Z");

  @Inject Programs programs;
  @Inject BusinessClock clock;

  ProgramRef approved(String code, String changes) {
    ProgramRef draft = programs.create(MAYA, new CreateProgram(code, terms(changes)));
    programs.submit(MAYA, draft.version(), "meant so");
    return programs.approve(RIZAL, draft.version(), digest(draft), "");
  }

  ProgramRef published(String code, String changes) {
    return programs.publish(MAYA, approved(code, changes).version());
  }

  void publish(ProgramRef draft) {
    programs.submit(MAYA, draft.version(), "meant so");
    programs.approve(RIZAL, draft.version(), digest(draft), "");
    programs.publish(MAYA, draft.version());
  }

  String digest(ProgramRef ref) {
    return detail(ref).digest();
  }

  int revision(ProgramRef ref) {
    return detail(ref).revision();
  }

  VersionDetail detail(ProgramRef ref) {
    return programs.get(MAYA, ref.program()).versions().stream()
        .filter(version -> version.uid().equals(ref.version()))
        .findFirst()
        .orElseThrow();
  }

  static Actor staff(String name, Role role) {
    return new Actor(name, name, EnumSet.of(role), Optional.empty());
  }

  /** A flat rebate over the year 2026, with some fields changed. */
  static Terms terms(String changes) {
    JsonObject rebate =
        TermsJson.parse(
            """
            {
              "name": {"id": "Rabat", "en": "Rebate"},
              "currency": "IDR", "zone": "Asia/Jakarta",
              "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 0,
              "payee": "BUYER", "scope": {"flows": ["SELL_IN"]},
              "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
              "rule": {"type": "flat", "pays": "NET", "rate": "5%"}
            }
            """);
    return TermsJson.decode(
        Json.createMergePatch(TermsJson.parse(changes)).apply(rebate).asJsonObject(), "");
  }

  static void assertConflict(String code, ThrowingCallable call) {
    assertProblem(409, code, call);
  }

  static void assertForbidden(String code, ThrowingCallable call) {
    assertProblem(403, code, call);
  }

  static void assertRefused(String code, ThrowingCallable call) {
    assertProblem(422, code, call);
  }

  static void assertProblem(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
