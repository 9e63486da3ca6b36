package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mitra.claims.ApproveClaim;
import org.mitra.claims.ClaimReviews;
import org.mitra.claims.ClaimedUnit;
import org.mitra.claims.Claims;
import org.mitra.claims.SaveClaim;
import org.mitra.documents.Documents;

/** Claims in every state: the older ones decided, the newer ones on somebody's desk. */
@ApplicationScoped
class ClaimsChapter implements Chapter {
  @Inject private Claims claims;
  @Inject private ClaimReviews reviews;
  @Inject private Documents documents;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    LocalDate begin = world.calendar().quarter(-1);
    LocalDate today = world.calendar().today();
    lastQuarter(world, scenes, begin);
    lately(world, scenes, today);
    others(world, scenes, begin, today);
    distributor(world, scenes, today);
  }

  /** What Toko Maju claimed a quarter ago, and how it ended. */
  private void lastQuarter(DemoWorld world, Scenes scenes, LocalDate begin) {
    LocalDate reported = begin.plusMonths(2).plusDays(4);
    List<String> sold = claimable(world, "TOKO-MAJU", begin);
    filed(
        scenes,
        "first",
        "sari",
        part(sold, 0, 5),
        reported,
        1,
        () -> approve("maya", "sari", "first", List.of()));
    filed(
        scenes,
        "second",
        "budi",
        part(sold, 5, 9),
        reported.plusDays(1),
        2,
        () ->
            approve(
                "rizal",
                "budi",
                "second",
                List.of(new ApproveClaim.Rejection(1, "Foto faktur tidak terbaca."))));
    filed(
        scenes,
        "third",
        "sari",
        part(sold, 9, 11),
        reported.plusDays(2),
        2,
        () ->
            decide(
                "maya",
                "reject",
                "sari",
                "third",
                (claim, version) ->
                    reviews.reject(
                        teller.actor("maya"),
                        claim,
                        version,
                        "Faktur yang dilampirkan bukan untuk unit ini.")));
  }

  /** What was sold in the quarter's first two months, and not too long before it is claimed. */
  private static List<String> claimable(DemoWorld world, String dealer, LocalDate begin) {
    return world.sold(dealer, "BOR", begin.plusDays(15), begin.plusMonths(2).minusDays(1));
  }

  /** What lies on desks now. */
  private void lately(DemoWorld world, Scenes scenes, LocalDate today) {
    List<String> sold = world.sold("TOKO-MAJU", "BOR", today.minusDays(50), today.minusDays(12));
    filed(
        scenes,
        "returned",
        "sari",
        part(sold, 0, 2),
        today.minusDays(8),
        1,
        () ->
            decide(
                "rizal",
                "give-back",
                "sari",
                "returned",
                (claim, version) ->
                    reviews.giveBack(
                        teller.actor("rizal"),
                        claim,
                        version,
                        "Mohon lampirkan faktur yang memuat nomor seri.")));
    filed(
        scenes,
        "withdrawn",
        "budi",
        part(sold, 2, 3),
        today.minusDays(6),
        1,
        () ->
            decide(
                "budi",
                "withdraw",
                "budi",
                "withdrawn",
                (claim, version) ->
                    claims.withdraw(
                        teller.actor("budi"), claim, version, "Barang ditukar pelanggan.")));
    filed(scenes, "waiting", "sari", part(sold, 3, 6), today.minusDays(3));
    // One unit is in the waiting claim already: it is held.
    filed(scenes, "held", "budi", part(sold, 5, 8), today.minusDays(2));
    List<ClaimedUnit> rest = serials(part(sold, 8, 10));
    if (!rest.isEmpty()) {
      scenes.at(today.minusDays(1), 16, () -> draft("draft", "budi", rest));
    }
  }

  /** Other dealers claim, too. */
  private void others(DemoWorld world, Scenes scenes, LocalDate begin, LocalDate today) {
    for (String dealer : List.of("lina JKT-01", "tono BDG-01", "wati SBY-01")) {
      String who = dealer.substring(0, dealer.indexOf(' '));
      String code = dealer.substring(dealer.indexOf(' ') + 1);
      filed(
          scenes,
          "old",
          who,
          part(claimable(world, code, begin), 0, 4),
          begin.plusMonths(2).plusDays(6),
          2,
          () -> approve("maya", who, "old", List.of()));
      List<String> lately = world.sold(code, "BOR", today.minusDays(50), today.minusDays(12));
      filed(scenes, "new", who, part(lately, 0, 3), today.minusDays(4));
    }
  }

  /** So much that a second person has to agree. */
  private void distributor(DemoWorld world, Scenes scenes, LocalDate today) {
    List<ClaimedUnit> units =
        world.bought("D-JKT", "BOR", today.minusDays(70), today.minusDays(12)).stream()
            .map(line -> new ClaimedUnit("", line.document(), Integer.toString(line.line()), null))
            .toList();
    if (!units.isEmpty()) {
      scenes.at(today.minusDays(5), 13, () -> file("stock", "agus", units));
      scenes.at(today.minusDays(4), 13, () -> approve("maya", "agus", "stock", List.of()));
    }
  }

  private static List<String> part(List<String> serials, int from, int to) {
    return Stream.iterate(from, i -> i < Math.min(to, serials.size()), i -> i + 1)
        .map(serials::get)
        .toList();
  }

  private static List<ClaimedUnit> serials(List<String> serials) {
    return serials.stream().map(ClaimedUnit::serial).toList();
  }

  /** A claim that is handed in, and what becomes of it; nothing of what was not sold. */
  private void filed(
      Scenes scenes,
      String key,
      String who,
      List<String> serials,
      LocalDate day,
      int daysLater,
      Runnable decision) {
    if (!serials.isEmpty()) {
      scenes.at(day, 13, () -> file(key, who, serials(serials)));
      scenes.at(day.plusDays(daysLater), 10, decision);
    }
  }

  private void filed(Scenes scenes, String key, String who, List<String> serials, LocalDate day) {
    filed(scenes, key, who, serials, day, 1, () -> {});
  }

  private UUID draft(String key, String who, List<ClaimedUnit> units) {
    return teller.once(who, "claim-" + key, UUID.class, () -> drafted(key, who, units));
  }

  private UUID drafted(String key, String who, List<ClaimedUnit> units) {
    UUID proof =
        documents
            .keep(
                teller.actor(who),
                "faktur-" + key + ".pdf",
                Paper.of("Faktur penjualan", "Terlampir pada klaim " + key))
            .uid();
    String program = units.get(0).serial().isEmpty() ? DemoPrograms.PRICES : DemoPrograms.SPIFF;
    List<String> serials =
        units.stream().map(ClaimedUnit::serial).filter(serial -> !serial.isEmpty()).toList();
    List<ClaimedUnit> lines = units.stream().filter(u -> u.serial().isEmpty()).toList();
    return claims
        .draft(teller.actor(who), new SaveClaim(program, "", serials, lines, List.of(proof), null))
        .uid();
  }

  private void file(String key, String who, List<ClaimedUnit> units) {
    draft(key, who, units);
    decide(
        who,
        "submit",
        who,
        key,
        (claim, version) -> claims.submit(teller.actor(who), claim, version));
  }

  private void approve(
      String reviewer, String who, String key, List<ApproveClaim.Rejection> rejections) {
    decide(
        reviewer,
        "approve",
        who,
        key,
        (claim, version) ->
            reviews.approve(
                teller.actor(reviewer), claim, new ApproveClaim(version, "", rejections)));
  }

  /** What somebody does with a claim, as it is now. */
  private interface Decision {
    void on(UUID claim, int version);
  }

  private void decide(String who, String deed, String owner, String key, Decision decision) {
    teller.once(
        who,
        deed + "-claim-" + owner + "-" + key,
        () -> {
          UUID claim = draft(key, owner, List.of());
          decision.on(claim, claims.get(teller.actor(owner).scope(), claim).summary().version());
        });
  }
}
