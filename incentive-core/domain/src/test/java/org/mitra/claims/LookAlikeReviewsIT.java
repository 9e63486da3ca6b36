package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.claims.ClaimWorld.DEWI;
import static org.mitra.claims.ClaimWorld.MAYA;

import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Serials that look alike: held until somebody has looked, and cleared by name only. */
@ExtendWith(ArquillianExtension.class)
class LookAlikeReviewsIT extends ClaimStage {
  private static final String WHY = "Both are on the delivery note";

  private String zero;
  private String letter;

  @BeforeEach
  void twoUnitsThatLookAlike() {
    zero = prefix + "-A0";
    letter = prefix + "-AO";
    world.sale(dealer, prefix + "-INV", product, world.daysAgo(3), List.of(zero, letter));
  }

  private ClaimSummary cleared(ClaimSummary claim, Integer... positions) {
    return reviews.clear(MAYA, claim.uid(), claim.version(), Set.of(positions), WHY);
  }

  @Test
  void theSecondOfOneClaimWaitsUntilItIsCleared() {
    ClaimSummary held = submitted(List.of(zero, letter));
    assertThat(held.state()).isEqualTo(ClaimState.HELD);
    assertThat(items(held)).extracting(ClaimItem::finding).containsExactly("", "look-alike-here");
    refused(
        "claim.held-undecided",
        422,
        () -> reviews.approve(MAYA, held.uid(), new ApproveClaim(held.version(), "", null)));

    ClaimSummary cleared = cleared(held, 2);

    assertThat(cleared.state()).isEqualTo(ClaimState.SUBMITTED);
    assertThat(items(cleared)).allMatch(item -> item.state() == ItemState.PASSED);
    assertThat(claims.get(MAYA.scope(), held.uid()).history().toString()).contains(WHY);
    assertThat(claims.get(dealer.scope(), held.uid()).history().toString())
        .as("why is for the vendor's people")
        .doesNotContain(WHY);
    ClaimSummary approved =
        reviews.approve(MAYA, cleared.uid(), new ApproveClaim(cleared.version(), "", null));
    assertThat(approved.approved()).isEqualByComparingTo("100000");
  }

  @Test
  void whatLooksLikeAnotherClaimsUnitStaysClearedWhenItIsCheckedAgain() {
    ClaimSummary first = submitted(List.of(zero));
    ClaimSummary second = submitted(List.of(letter));
    assertThat(items(second)).extracting(ClaimItem::finding).containsExactly("look-alike");

    ClaimSummary cleared = cleared(second, 1);
    ClaimSummary checked = reviews.checkAgain(MAYA, cleared.uid(), cleared.version());

    assertThat(checked.state()).isEqualTo(ClaimState.SUBMITTED);
    assertThat(items(checked)).extracting(ClaimItem::state).containsExactly(ItemState.PASSED);
    assertThat(claims.get(dealer.scope(), first.uid()).summary().state())
        .isEqualTo(ClaimState.SUBMITTED);
    reviews.approve(MAYA, checked.uid(), new ApproveClaim(checked.version(), "", null));
    assertThat(world.entitled(prefix + "-D", program)).isEqualByComparingTo("50000");
  }

  @Test
  void aUnitThatIsClaimedTwiceIsNoLookAlike() {
    ClaimSummary first = submitted(List.of(zero));
    ClaimSummary twice = submitted(List.of(zero, letter));
    assertThat(items(twice))
        .extracting(ClaimItem::finding)
        .containsExactly("claimed-here", "look-alike-here");

    refused("claim.no-look-alike", 422, () -> cleared(twice, 1));
    refused("claim.no-look-alike", 422, () -> cleared(twice, 1, 2));
    refused("claim.no-look-alike", 422, () -> cleared(twice, 3));
    refused("claim.no-look-alike", 422, () -> cleared(twice));
    refused("claim.no-look-alike", 422, () -> cleared(first, 1));
    assertThat(items(twice)).as("all or nothing").allMatch(i -> i.state() == ItemState.HELD);

    ClaimSummary half = cleared(twice, 2);
    assertThat(half.state()).as("the other unit is still held").isEqualTo(ClaimState.HELD);
    assertThat(half.held()).isEqualTo(1);
  }

  @Test
  void clearingNeedsARoleAReasonAndTheLatestVersion() {
    ClaimSummary held = submitted(List.of(zero, letter));
    Set<Integer> second = Set.of(2);
    refused(
        "access.role-missing",
        403,
        () -> reviews.clear(DEWI, held.uid(), held.version(), second, WHY));
    refused(
        "access.role-missing",
        403,
        () -> reviews.clear(dealer, held.uid(), held.version(), second, WHY));
    refused(
        "field.missing", 400, () -> reviews.clear(MAYA, held.uid(), held.version(), second, " "));
    refused("stale", 409, () -> reviews.clear(MAYA, held.uid(), held.version() - 1, second, WHY));
    ClaimSummary cleared = cleared(held, 2);
    refused("claim.no-look-alike", 422, () -> cleared(cleared, 2));
  }
}
