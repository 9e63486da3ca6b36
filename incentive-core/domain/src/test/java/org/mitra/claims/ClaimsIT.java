package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.claims.ClaimWorld.MAYA;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.problem.Problem;

/** What a partner does with his claim, from the draft on. */
@ExtendWith(ArquillianExtension.class)
class ClaimsIT extends ClaimStage {

  @Test
  void aDraftShowsWhatItsUnitsWouldBring() {
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(program, sold(3)));

    assertThat(draft.number()).matches("SC-20[0-9]{2}-[0-9]{6}");
    assertThat(draft.state()).isEqualTo(ClaimState.DRAFT);
    assertThat(draft.holder()).isEqualTo(ClaimState.Holder.PARTNER);
    assertThat(draft.expected()).isEqualByComparingTo("150000");
    ClaimDetail detail = claims.get(dealer.scope(), draft.uid());
    assertThat(detail.obstacles()).isEmpty();
    assertThat(detail.worth().amount().amount()).isEqualByComparingTo("150000");
    assertThat(detail.worth().leaves().map(leaf -> leaf.facts().get("count"))).containsExactly("3");
    assertThat(world.entitled(prefix + "-D", program)).as("nothing is earned yet").isZero();
    assertThatThrownBy(() -> claims.get(MAYA.scope(), draft.uid()))
        .as("a draft is the partner's own")
        .isInstanceOf(Problem.class);
  }

  @Test
  void aWithdrawnClaimIsOver() {
    List<String> serials = sold(1);
    ClaimSummary submitted = submitted(serials);

    ClaimSummary withdrawn =
        claims.withdraw(dealer, submitted.uid(), submitted.version(), "Wrong list");

    assertThat(withdrawn.state()).isEqualTo(ClaimState.WITHDRAWN);
    assertThat(withdrawn.holder()).isEqualTo(ClaimState.Holder.NOBODY);
    refused(
        "claim.state",
        409,
        () ->
            reviews.approve(
                MAYA, withdrawn.uid(), new ApproveClaim(withdrawn.version(), "", null)));
    assertThat(submitted(serials).state()).isEqualTo(ClaimState.SUBMITTED);
  }

  @Test
  void whatIsInReviewOrDecidedIsNotEdited() {
    List<String> serials = sold(1);
    ClaimSummary submitted = submitted(serials);
    SaveClaim edit =
        ClaimWorld.again(ClaimWorld.claim(program, serials), serials, submitted.version());

    refused("claim.state", 409, () -> claims.change(dealer, submitted.uid(), edit));
    ClaimSummary approved =
        reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));
    refused("claim.state", 409, () -> claims.change(dealer, submitted.uid(), edit));
    refused(
        "claim.state", 409, () -> claims.withdraw(dealer, approved.uid(), approved.version(), ""));
    refused(
        "claim.state",
        409,
        () -> reviews.giveBack(MAYA, approved.uid(), approved.version(), "too late"));
  }

  @Test
  void everyFindingIsNamed() {
    Actor other = world.dealer(prefix + "-O");
    String wrong = prefix + "-W";
    world.product(wrong, true);
    world.product(prefix + "-N", false);
    world.sale(other, prefix + "-1", product, world.daysAgo(2), List.of(prefix + "-THEIRS"));
    world.sale(dealer, prefix + "-2", wrong, world.daysAgo(2), List.of(prefix + "-WRONG"));
    world.sale(dealer, prefix + "-3", product, world.daysAgo(40), List.of(prefix + "-LATE"));
    world.saleIn("USD", dealer, prefix + "-4", product, prefix + "-USD");
    String back =
        world.sale(dealer, prefix + "-5", product, world.daysAgo(5), List.of(prefix + "-BACK"));
    world.comeBack(dealer, back, product, List.of(prefix + "-BACK"), 1);
    world.sale(dealer, prefix + "-6", product, world.daysAgo(2), List.of(prefix + "-FINE"));
    world.sale(
        dealer,
        prefix + "-7",
        product,
        clock.now().minusSeconds(400L * 86_400),
        List.of(prefix + "-OLD"));

    ClaimSummary draft =
        claims.draft(
            dealer,
            new SaveClaim(
                program,
                "",
                List.of(
                    prefix + "-FINE",
                    prefix.toLowerCase(java.util.Locale.ROOT) + "-fine ",
                    prefix + "-GHOST",
                    prefix + "-THEIRS",
                    prefix + "-WRONG",
                    prefix + "-LATE",
                    prefix + "-USD",
                    prefix + "-BACK",
                    prefix + "-OLD"),
                List.of(new ClaimedUnit("", prefix + "-6", "1", null)),
                List.of(),
                null));

    List<ClaimItem> items = items(draft);
    assertThat(items)
        .extracting(ClaimItem::finding)
        .containsExactly(
            "",
            "twice-here",
            "not-sold",
            "sold-by-another",
            "product-not-in-scope",
            "window-over",
            "currency-differs",
            "returned",
            "outside-program",
            "serials-needed");
    assertThat(items.get(3).product()).as("nothing of the other's sale is shown").isEmpty();
    assertThat(items.get(3).soldOn()).isNull();
    assertThat(items.subList(1, items.size()))
        .allSatisfy(
            item -> {
              assertThat(item.sentence().en()).isNotBlank().doesNotContain("???");
              assertThat(item.sentence().id()).isNotBlank().doesNotContain("???");
              assertThat(item.next().id()).isNotBlank().doesNotContain("???");
            });
    assertThat(draft.expected()).isEqualByComparingTo("50000");
  }

  @Test
  void theWindowEndsWithTheLastSecondOfTheProgramsDay() {
    // Sold at 00:30 in Jakarta, which is the day before in UTC.
    LocalDate lastDay = clock.today(ClaimWorld.JAKARTA).minusDays(30);
    var soldAt = lastDay.atTime(LocalTime.of(0, 30)).atZone(ClaimWorld.JAKARTA).toInstant();
    world.sale(dealer, prefix + "-INV", product, soldAt, List.of(prefix + "-X"));
    SaveClaim claim = ClaimWorld.claim(program, List.of(prefix + "-X"));
    var lastSecond =
        lastDay.plusDays(31).atStartOfDay(ClaimWorld.JAKARTA).toInstant().minusSeconds(1);

    String[] findings = new String[2];
    clock.at(lastSecond, () -> findings[0] = items(claims.draft(dealer, claim)).get(0).finding());
    clock.at(
        lastSecond.plusSeconds(2),
        () -> findings[1] = items(claims.draft(dealer, claim)).get(0).finding());

    assertThat(findings).containsExactly("", "window-over");
  }

  @Test
  void whatCannotBePaidAtAllIsNotSubmitted() {
    ClaimSummary empty = claims.draft(dealer, ClaimWorld.claim(program, List.of()));
    refused(
        "claim.nothing-payable", 422, () -> claims.submit(dealer, empty.uid(), empty.version()));
    ClaimSummary ghosts =
        claims.draft(dealer, ClaimWorld.claim(program, List.of(prefix + "-GHOST")));
    assertThat(claims.get(dealer.scope(), ghosts.uid()).obstacles())
        .extracting(ClaimDetail.Obstacle::code)
        .containsExactly("claim.nothing-payable");
    refused(
        "claim.nothing-payable", 422, () -> claims.submit(dealer, ghosts.uid(), ghosts.version()));
    assertThat(claims.get(dealer.scope(), ghosts.uid()).summary().state())
        .as("nothing of the refused submission is stored")
        .isEqualTo(ClaimState.DRAFT);

    ClaimSummary fine = claims.draft(dealer, ClaimWorld.claim(program, sold(1)));
    world.setActive(prefix + "-D", false);
    refused("claim.partner-inactive", 422, () -> claims.submit(dealer, fine.uid(), fine.version()));
    world.setActive(prefix + "-D", true);
    world.closeProgram(program);
    refused("claim.program-closed", 422, () -> claims.submit(dealer, fine.uid(), fine.version()));
    refused(
        "claim.program-unknown",
        422,
        () -> claims.draft(dealer, ClaimWorld.claim("NO-SUCH-PROGRAM", List.of())));
  }

  @Test
  void nobodyFillsTheStoreWithProofs() {
    long most = 4000L * 1024 * 1024;
    world.uploaded(dealer, most, 31);
    world.uploaded(dealer, most - 1024, 29);
    world.proof(dealer);
    world.uploaded(dealer, 1024, 1);
    refused("document.too-many", 429, () -> world.proof(dealer));
  }

  @Test
  void aProofIsAskedForWhereTheTermsDo() {
    String strict = world.program(prefix + "-S", world.terms(java.util.Set.of(product), true));
    List<String> serials = sold(1);
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(strict, serials));
    refused("claim.proof-missing", 422, () -> claims.submit(dealer, draft.uid(), draft.version()));

    Actor other = world.dealer(prefix + "-O");
    UUID theirs = world.proof(other);
    refused(
        "claim.document-unknown",
        422,
        () -> claims.draft(dealer, ClaimWorld.claim(strict, serials, theirs)));

    ClaimSummary proven =
        claims.draft(dealer, ClaimWorld.claim(strict, serials, world.proof(dealer)));
    assertThat(claims.submit(dealer, proven.uid(), proven.version()).state())
        .isEqualTo(ClaimState.SUBMITTED);
  }

  @Test
  void unitsWithoutSerialsAreClaimedByTheirLine() {
    String bulk = prefix + "-B";
    world.product(bulk, false);
    String forBulk = world.program(prefix + "-BP", bulk);
    world.saleOfUnits(dealer, prefix + "-BULK", bulk, 12);

    SaveClaim claim =
        new SaveClaim(
            forBulk,
            "",
            List.of(),
            List.of(
                new ClaimedUnit(
                    "", prefix.toLowerCase(java.util.Locale.ROOT) + "-bulk ", "", null)),
            List.of(),
            null);
    ClaimSummary draft = claims.draft(dealer, claim);
    assertThat(draft.expected()).isEqualByComparingTo("600000");
    ClaimSummary submitted = claims.submit(dealer, draft.uid(), draft.version());
    reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));
    assertThat(world.entitled(prefix + "-D", forBulk)).isEqualByComparingTo("600000");

    ClaimSummary again = claims.draft(dealer, claim);
    assertThat(items(again).get(0).finding()).isEqualTo("approved-here");
    SaveClaim tooMany =
        new SaveClaim(
            forBulk,
            "",
            List.of(),
            List.of(new ClaimedUnit("", prefix + "-MORE", "1", new java.math.BigDecimal("13"))),
            List.of(),
            null);
    world.saleOfUnits(dealer, prefix + "-MORE", bulk, 12);
    assertThat(items(claims.draft(dealer, tooMany)).get(0).finding()).isEqualTo("more-than-sold");
  }

  @Test
  void oneSeesHisOwnAndADistributorHisDealersForTheirTime() {
    world.dealer("DIST-" + prefix);
    Actor child = world.dealer(prefix + "-CH", "DIST-" + prefix);
    Actor distributor = world.user("DIST-" + prefix, "dist-user-" + prefix);
    Actor stranger = world.dealer(prefix + "-X");
    List<String> serials = ClaimWorld.serials(prefix + "C", 1);
    world.sale(child, prefix + "-CHI", product, world.daysAgo(3), serials);
    UUID proof = world.proof(child);
    ClaimSummary draft = claims.draft(child, ClaimWorld.claim(program, serials, proof));

    notFound(() -> claims.get(distributor.scope(), draft.uid()));
    ClaimSummary submitted = claims.submit(child, draft.uid(), draft.version());

    assertThat(claims.get(distributor.scope(), submitted.uid()).documents()).hasSize(1);
    assertThat(documents.content(distributor.scope(), proof).bytes()).isNotEmpty();
    assertThat(claims.list(distributor.scope(), ListQuery.firstRows(10)).rows())
        .extracting(ClaimSummary::uid)
        .containsExactly(submitted.uid());
    notFound(() -> claims.withdraw(distributor, submitted.uid(), submitted.version(), ""));
    notFound(() -> claims.get(stranger.scope(), submitted.uid()));
    notFound(() -> claims.items(stranger.scope(), submitted.uid(), ListQuery.firstRows(1)));
    notFound(() -> documents.content(stranger.scope(), proof));
    notFound(() -> claims.submit(stranger, submitted.uid(), submitted.version()));
    assertThat(claims.list(stranger.scope(), ListQuery.firstRows(10)).rows()).isEmpty();
  }

  @Test
  void whatAClaimSaysIsReadToBeChanged() {
    List<String> serials = sold(2);
    UUID proof = world.proof(dealer);
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(program, serials, proof));

    SaveClaim content = claims.content(dealer, draft.uid());

    assertThat(content.serials()).isEqualTo(serials);
    assertThat(content.documents()).containsExactly(proof);
    assertThat(claims.change(dealer, draft.uid(), content).expected())
        .isEqualByComparingTo("100000");
    Actor stranger = world.dealer(prefix + "-X");
    notFound(() -> claims.content(stranger, draft.uid()));
  }

  @Test
  void submittingTwiceWithOneKeyIsOneSubmission() {
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(program, sold(1)));
    String key = UUID.randomUUID().toString();

    List<ClaimSummary> answers =
        java.util.stream.Stream.of(1, 2)
            .map(
                time ->
                    idempotency.once(
                        dealer,
                        key,
                        draft.uid(),
                        ClaimSummary.class,
                        () -> claims.submit(dealer, draft.uid(), draft.version())))
            .toList();

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(claims.get(dealer.scope(), draft.uid()).history())
        .extracting(ClaimDetail.Happening::action)
        .containsExactly("drafted", "submitted");
  }
}
