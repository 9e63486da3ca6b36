package org.mitra.funds.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mitra.access.Actor;
import org.mitra.funds.FundBooks;
import org.mitra.funds.FundStage;
import org.mitra.funds.Funds;
import org.mitra.problem.Problem;

/** A dealer with a fund of the test's own, and what is refused. */
abstract class RulesStage {
  static final String NOW = "2027-06-10T09:00:00";

  @Inject Funds funds;
  @Inject FundActivities activities;
  @Inject ActivityRequests requests;
  @Inject ActivityDecisions decisions;
  @Inject ActivityClaims claims;
  @Inject FundStage stage;
  @Inject ActivityStage acts;

  Actor dealer;
  UUID fund;
  FundBooks books;

  void open(String name, String terms) {
    String program = stage.program("RULE-" + name, terms);
    stage.partner("RULE-" + name, "", null);
    dealer = stage.dealer("RULE-" + name);
    acts.allocate(program, "RULE-" + name, "300", "2027-12-31");
    fund = stage.fund(program, "RULE-" + name);
    books = new FundBooks(funds, stage, program, "RULE-" + name);
  }

  FundActivitySummary submitted(String requested) {
    return acts.submitted(dealer, fund, requested, "2027-06-10", "2027-06-11");
  }

  static void refused(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }
}
