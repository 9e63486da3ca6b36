package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.claims.ClaimWorld.DEWI;
import static org.mitra.claims.ClaimWorld.MAYA;

import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.problem.Problem;

/** What reviewers do with a claim. */
@ExtendWith(ArquillianExtension.class)
class ClaimReviewsIT extends ClaimStage {

  @Test
  void anApprovedClaimCountsAtOnce() {
    ClaimSummary submitted = submitted(sold(3));
    assertThat(submitted.state()).isEqualTo(ClaimState.SUBMITTED);
    assertThat(submitted.holder()).isEqualTo(ClaimState.Holder.CHANNEL_MANAGER);

    ClaimSummary approved =
        reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));

    assertThat(approved.state()).isEqualTo(ClaimState.APPROVED);
    assertThat(approved.approved()).isEqualByComparingTo("150000");
    assertThat(world.entitled(prefix + "-D", program)).isEqualByComparingTo("150000");
    assertThat(items(approved)).allMatch(item -> item.state() == ItemState.APPROVED);
    assertThat(claims.get(dealer.scope(), approved.uid()).history())
        .extracting(ClaimDetail.Happening::action)
        .containsExactly("drafted", "submitted", "approved");
  }

  @Test
  void someUnitsAreApprovedAndTheOthersRejectedEachWithItsReason() {
    List<String> serials = new java.util.ArrayList<>(sold(3));
    serials.add(prefix + "-NOT-SOLD");
    ClaimSummary submitted = submitted(serials);
    assertThat(submitted.failed()).isEqualTo(1);

    ClaimSummary decided =
        reviews.approve(
            MAYA,
            submitted.uid(),
            new ApproveClaim(
                submitted.version(),
                "Terima kasih",
                List.of(new ApproveClaim.Rejection(2, "Not on the invoice"))));

    assertThat(decided.state()).isEqualTo(ClaimState.PARTLY_APPROVED);
    assertThat(decided.approved()).isEqualByComparingTo("100000");
    List<ClaimItem> items = items(decided);
    assertThat(items)
        .extracting(ClaimItem::state)
        .containsExactly(
            ItemState.APPROVED, ItemState.REJECTED, ItemState.APPROVED, ItemState.REJECTED);
    assertThat(items.get(1).reason()).isEqualTo("Not on the invoice");
    assertThat(items.get(3).finding()).isEqualTo("not-sold");
    assertThat(world.entitled(prefix + "-D", program)).isEqualByComparingTo("100000");
    assertThat(claims.get(dealer.scope(), decided.uid()).reason()).isEqualTo("Terima kasih");
  }

  @Test
  void aReturnedClaimIsChangedAndSubmittedAgain() {
    List<String> serials = sold(2);
    ClaimSummary submitted = submitted(serials.subList(0, 1));

    ClaimSummary returned =
        reviews.giveBack(MAYA, submitted.uid(), submitted.version(), "Where is the second one?");
    assertThat(returned.state()).isEqualTo(ClaimState.RETURNED);
    assertThat(claims.get(dealer.scope(), returned.uid()).reason())
        .isEqualTo("Where is the second one?");
    assertThat(world.holders(program)).isEmpty();

    ClaimSummary changed =
        claims.change(
            dealer,
            returned.uid(),
            ClaimWorld.again(ClaimWorld.claim(program, serials), serials, returned.version()));
    ClaimSummary again = claims.submit(dealer, changed.uid(), changed.version());
    assertThat(again.state()).isEqualTo(ClaimState.SUBMITTED);
    assertThat(again.items()).isEqualTo(2);
    assertThat(claims.get(dealer.scope(), again.uid()).reason()).isEmpty();
  }

  @Test
  void aRejectedClaimPaysNothingAndFreesItsUnits() {
    List<String> serials = sold(1);
    ClaimSummary submitted = submitted(serials);

    ClaimSummary rejected =
        reviews.reject(MAYA, submitted.uid(), submitted.version(), "Not a sale to a customer");

    assertThat(rejected.state()).isEqualTo(ClaimState.REJECTED);
    assertThat(rejected.approved()).isZero();
    assertThat(submitted(serials).state()).as("claimed anew").isEqualTo(ClaimState.SUBMITTED);
    refused("claim.state", 409, () -> claims.submit(dealer, rejected.uid(), rejected.version()));
  }

  @Test
  void aReviewOfWhatHasChangedSinceIsRefused() {
    List<String> serials = sold(2);
    ClaimSummary seen = submitted(serials);
    ClaimSummary withdrawnFromReview =
        reviews.giveBack(MAYA, seen.uid(), seen.version(), "Please look again");
    ClaimSummary changed =
        claims.change(
            dealer,
            seen.uid(),
            ClaimWorld.again(
                ClaimWorld.claim(program, serials), serials, withdrawnFromReview.version()));
    claims.submit(dealer, changed.uid(), changed.version());

    refused(
        "stale",
        409,
        () -> reviews.approve(MAYA, seen.uid(), new ApproveClaim(seen.version(), "", null)));
    refused("stale", 409, () -> reviews.reject(MAYA, seen.uid(), seen.version(), "no"));
    refused(
        "field.missing",
        400,
        () -> reviews.approve(MAYA, seen.uid(), new ApproveClaim(null, "", null)));
    assertThat(world.entitled(prefix + "-D", program)).isZero();
  }

  @Test
  void approvedUnitsThatComeBackAreToldAndRefillTheBudget() {
    world.budget(program, "200000");
    List<String> serials = ClaimWorld.serials(prefix, 3);
    String sale = world.sale(dealer, prefix + "-INV", product, world.daysAgo(3), serials);
    ClaimSummary submitted = submitted(serials);
    reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));
    assertThat(world.taken(program)).isEqualByComparingTo("150000");

    world.comeBack(dealer, sale, product, serials.subList(0, 1), 1);

    assertThat(world.taken(program)).isEqualByComparingTo("100000");
    assertThat(world.entitled(prefix + "-D", program)).isEqualByComparingTo("100000");
    ClaimDetail told = claims.get(dealer.scope(), submitted.uid());
    assertThat(told.summary().returned()).isEqualByComparingTo("1");
    assertThat(told.history())
        .extracting(ClaimDetail.Happening::action)
        .containsExactly("drafted", "submitted", "approved", "came-back");
    assertThat(items(told.summary()))
        .filteredOn(item -> item.returned().signum() > 0)
        .extracting(ClaimItem::serial)
        .containsExactly(serials.get(0));
  }

  @Test
  void aCorrectedReturnGivesTheUnitBackToTheSaleThatItNamedBefore() {
    world.budget(program, "200000");
    List<String> serials = ClaimWorld.serials(prefix, 4);
    String wrong =
        world.sale(dealer, prefix + "-A", product, world.daysAgo(3), serials.subList(0, 2));
    String right =
        world.sale(dealer, prefix + "-B", product, world.daysAgo(3), serials.subList(2, 4));
    ClaimSummary first = submitted(serials.subList(0, 2));
    reviews.approve(MAYA, first.uid(), new ApproveClaim(first.version(), "", null));
    ClaimSummary second = submitted(serials.subList(2, 4));
    reviews.approve(MAYA, second.uid(), new ApproveClaim(second.version(), "", null));
    assertThat(world.taken(program)).isEqualByComparingTo("200000");

    String note = prefix + "-RETURN";
    world.undoes(dealer, note, wrong, product, serials.subList(0, 1));
    assertThat(claims.get(dealer.scope(), first.uid()).summary().returned())
        .isEqualByComparingTo("1");
    world.undoes(dealer, note, right, product, serials.subList(2, 3));

    assertThat(claims.get(dealer.scope(), first.uid()).summary().returned()).isZero();
    assertThat(claims.get(dealer.scope(), second.uid()).summary().returned())
        .isEqualByComparingTo("1");
    assertThat(world.taken(program)).isEqualByComparingTo("150000");
    assertThat(world.entitled(prefix + "-D", program)).isEqualByComparingTo("150000");
  }

  @Test
  void aSaleThatComesBackBetweenCheckAndApprovalIsNoticed() {
    List<String> serials = ClaimWorld.serials(prefix, 2);
    String sale = world.sale(dealer, prefix + "-INV", product, world.daysAgo(3), serials);
    ClaimSummary submitted = submitted(serials);
    world.comeBack(dealer, sale, product, serials.subList(0, 1), 1);

    refused(
        "claim.check-changed",
        409,
        () ->
            reviews.approve(
                MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null)));

    ClaimSummary checked = reviews.checkAgain(MAYA, submitted.uid(), submitted.version());
    assertThat(items(checked).get(0).finding()).isEqualTo("returned");
    ClaimSummary approved =
        reviews.approve(MAYA, checked.uid(), new ApproveClaim(checked.version(), "", null));
    assertThat(approved.state()).isEqualTo(ClaimState.PARTLY_APPROVED);
    assertThat(approved.approved()).isEqualByComparingTo("50000");
  }

  @Test
  void correctingAClaimDoesNotCostTheWindow() {
    List<String> serials = ClaimWorld.serials(prefix, 1);
    world.sale(dealer, prefix + "-INV", product, world.daysAgo(28), serials);
    ClaimSummary submitted = submitted(serials);
    ClaimSummary returned =
        reviews.giveBack(MAYA, submitted.uid(), submitted.version(), "Please attach the invoice");

    clock.at(
        clock.now().plusSeconds(10 * 86_400),
        () -> {
          ClaimSummary changed =
              claims.change(
                  dealer,
                  returned.uid(),
                  ClaimWorld.again(
                      ClaimWorld.claim(program, serials), serials, returned.version()));
          assertThat(items(changed).get(0).finding()).isEmpty();
          assertThat(claims.submit(dealer, changed.uid(), changed.version()).state())
              .isEqualTo(ClaimState.SUBMITTED);
        });
  }

  @Test
  void whoClaimedOrRecordedTheSaleDoesNotReview() {
    world.saleRecordedBy(MAYA, dealer, prefix + "-INV", product, prefix + "-TYPED");
    ClaimSummary submitted = submitted(List.of(prefix + "-TYPED"));
    ApproveClaim approve = new ApproveClaim(submitted.version(), "", null);

    refused("claim.own", 403, () -> reviews.approve(MAYA, submitted.uid(), approve));
    refused("claim.own", 403, () -> reviews.reject(MAYA, submitted.uid(), 1, "no"));
    Actor sameName = ClaimWorld.staff(dealer.username(), Role.CHANNEL_MANAGER);
    refused("claim.own", 403, () -> reviews.approve(sameName, submitted.uid(), approve));
    refused("access.role-missing", 403, () -> reviews.approve(DEWI, submitted.uid(), approve));
    refused("access.role-missing", 403, () -> reviews.approve(dealer, submitted.uid(), approve));
    Actor rudi = ClaimWorld.staff("rudi", Role.CHANNEL_MANAGER);
    assertThat(reviews.approve(rudi, submitted.uid(), approve).state())
        .isEqualTo(ClaimState.APPROVED);
  }

  @Test
  void aLargeAmountNeedsASecondPerson() {
    String bulk = prefix + "-B";
    world.product(bulk, false);
    String large = world.program(prefix + "-L", bulk);
    world.saleOfUnits(dealer, prefix + "-LARGE", bulk, 1200);
    SaveClaim claim =
        new SaveClaim(
            large,
            "",
            List.of(),
            List.of(new ClaimedUnit("", prefix + "-LARGE", "1", null)),
            List.of(),
            null);
    ClaimSummary draft = claims.draft(dealer, claim);
    ClaimSummary submitted = claims.submit(dealer, draft.uid(), draft.version());

    ClaimSummary endorsed =
        reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));

    assertThat(endorsed.state()).isEqualTo(ClaimState.ENDORSED);
    assertThat(endorsed.approved()).isNull();
    assertThat(world.entitled(prefix + "-D", large)).as("not before the second").isZero();
    Actor both =
        new Actor(
            "maya",
            "Maya",
            java.util.EnumSet.of(Role.CHANNEL_MANAGER, Role.FINANCE),
            java.util.Optional.empty());
    assertThatThrownBy(() -> reviews.confirm(both, endorsed.uid(), endorsed.version()))
        .as("not the first once more")
        .isInstanceOf(Problem.class);
    ClaimSummary declined =
        reviews.decline(DEWI, endorsed.uid(), endorsed.version(), "Which invoice is it?");
    assertThat(declined.state()).isEqualTo(ClaimState.SUBMITTED);
    ClaimSummary again =
        reviews.approve(MAYA, declined.uid(), new ApproveClaim(declined.version(), "", null));
    ClaimSummary confirmed = reviews.confirm(DEWI, again.uid(), again.version());
    assertThat(confirmed.state()).isEqualTo(ClaimState.APPROVED);
    assertThat(confirmed.approved()).isEqualByComparingTo("60000000");
    assertThat(world.entitled(prefix + "-D", large)).isEqualByComparingTo("60000000");
  }

  @Test
  void internalNotesStayInternal() {
    ClaimSummary submitted = submitted(sold(1));
    reviews.note(MAYA, submitted.uid(), "Looks odd, ask the distributor");

    assertThat(claims.get(MAYA.scope(), submitted.uid()).history())
        .extracting(ClaimDetail.Happening::remark)
        .contains("Looks odd, ask the distributor");
    assertThat(claims.get(dealer.scope(), submitted.uid()).history().toString())
        .doesNotContain("Looks odd");
  }
}
