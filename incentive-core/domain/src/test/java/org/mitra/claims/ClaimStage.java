package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.documents.Documents;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;

/**
 * A dealer, a product and a program of the test's own, and what the tests of claims do again and
 * again.
 */
abstract class ClaimStage {
  @Inject Claims claims;
  @Inject ClaimReviews reviews;
  @Inject ClaimWorld world;
  @Inject Documents documents;
  @Inject Idempotency idempotency;
  @Inject BusinessClock clock;

  String prefix;
  Actor dealer;
  String product;
  String program;

  /** Everything has the test's own names, so that no test depends on another. */
  @BeforeEach
  void begin(TestInfo test) {
    prefix =
        "C"
            + Integer.toHexString(test.getDisplayName().hashCode() & 0xFFFFF)
                .toUpperCase(java.util.Locale.ROOT);
    dealer = world.dealer(prefix + "-D");
    product = prefix + "-P";
    world.product(product, true);
    program = world.program(prefix, product);
  }

  List<String> sold(int units) {
    List<String> serials = ClaimWorld.serials(prefix, units);
    world.sale(dealer, prefix + "-INV", product, world.daysAgo(3), serials);
    return serials;
  }

  ClaimSummary submitted(List<String> serials) {
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(program, serials));
    return claims.submit(dealer, draft.uid(), draft.version());
  }

  List<ClaimItem> items(ClaimSummary claim) {
    return claims
        .items(
            dealer.scope(),
            claim.uid(),
            new ListQuery(0, 500, "position", false, java.util.Map.of()))
        .rows();
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

  static void notFound(ThrowingCallable call) {
    refused("not-found", 404, call);
  }
}
