package org.mitra.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.payouts.Payables;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.problem.Problem;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFiles;
import org.mitra.statements.StatementDetail;
import org.mitra.statements.Statements;

/**
 * A program and a dealer of the test's own, and what the tests of settlements do again and again.
 */
abstract class SettlementStage {
  static final Actor AUDITOR = SettlementWorld.staff("ratna", Role.AUDITOR);

  @Inject SettlementWorld world;
  @Inject Settlements settlements;
  @Inject Payouts payouts;
  @Inject Payables payables;
  @Inject Statements statements;
  @Inject RemittanceFiles files;

  String prefix;
  Actor dealer;

  /** Everything has the test's own names, so that no test depends on another. */
  @BeforeEach
  void begin(TestInfo test) {
    prefix =
        "S"
            + Integer.toHexString(test.getDisplayName().hashCode() & 0xFFFFF)
                .toUpperCase(Locale.ROOT);
    world.program(prefix);
    dealer = world.partner(prefix + "-D");
  }

  void sold(Actor seller, String document, int monthsAgo, int units) {
    world.sale(seller, prefix, prefix + document, world.lastDay(monthsAgo).minusDays(3), units);
  }

  static PayoutSummary only(List<PayoutSummary> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  List<RemittanceFileSummary> files(UUID settlement) {
    return files
        .list(
            SettlementWorld.DEWI,
            ListQuery.firstRows(50).filtered("settlement", settlement.toString()))
        .rows();
  }

  StatementDetail statement(PayoutSummary payout) {
    return statements.get(SettlementWorld.DEWI, payout.statement());
  }

  static BigDecimal sum(List<PayoutSummary> list) {
    return list.stream().map(PayoutSummary::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static void refused(String code, int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
