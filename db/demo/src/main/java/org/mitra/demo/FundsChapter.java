package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.documents.Documents;
import org.mitra.funds.AllocateFund;
import org.mitra.funds.Allocations;
import org.mitra.funds.CarryOver;
import org.mitra.funds.Funds;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityDecisions;
import org.mitra.funds.activities.ActivityKind;
import org.mitra.funds.activities.ActivityRequests;
import org.mitra.funds.activities.ApproveActivity;
import org.mitra.funds.activities.ApproveClaim;
import org.mitra.funds.activities.ClaimActivity;
import org.mitra.funds.activities.ClaimCost;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.funds.activities.SaveActivity;

/** Marketing money: given to partners, promised to activities, paid back on proof. */
@ApplicationScoped
class FundsChapter implements Chapter {
  @Inject private Allocations allocations;
  @Inject private Funds funds;
  @Inject private FundActivities activities;
  @Inject private ActivityRequests requests;
  @Inject private ActivityDecisions decisions;
  @Inject private ActivityClaims claims;
  @Inject private Documents documents;
  @Inject private Teller teller;

  /** Something that a partner wants to do; amounts in rupiah. */
  private record Plan(
      String key,
      String owner,
      String title,
      ActivityKind kind,
      LocalDate from,
      LocalDate to,
      long cost) {
    private LocalDate asked() {
      return from.minusDays(25);
    }
  }

  @Override
  public String name() {
    return "funds";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    LocalDate begin = calendar.quarter(-4).plusDays(2);
    LocalDate end = calendar.quarter(4).minusDays(1);
    CarryOver half =
        new CarryOver(
            new BigDecimal("50"), new BigDecimal("10000000"), calendar.quarter(2).minusDays(1));
    give(scenes, begin, "TOKO-MAJU", "40000000", calendar.quarter(0).minusDays(1), half);
    give(scenes, begin, "D-JKT", "150000000", end, null);
    give(scenes, begin, "D-SBY", "100000000", end, null);
    give(scenes, begin, "JKT-01", "30000000", end, null);
    give(scenes, calendar.quarter(-1).plusDays(2), "TOKO-MAJU", "60000000", end, null);
    done(calendar, scenes);
    open(calendar.today(), scenes);
    refused(calendar, scenes);
  }

  private void give(
      Scenes scenes,
      LocalDate day,
      String partner,
      String amount,
      LocalDate expires,
      CarryOver carryOver) {
    scenes.at(
        day,
        9,
        () ->
            teller.once(
                "maya",
                "give-" + partner + "-" + expires,
                () ->
                    allocations.allocate(
                        teller.actor("maya"),
                        new AllocateFund(
                            DemoPrograms.FUND,
                            partner,
                            new BigDecimal(amount),
                            expires,
                            carryOver,
                            "Anggaran pemasaran"))));
  }

  /** What is over: paid back, or not claimed in time. */
  private void done(DemoCalendar calendar, Scenes scenes) {
    LocalDate last = calendar.quarter(-3).plusDays(40);
    Plan fair =
        new Plan(
            "fair",
            "sari",
            "Pameran Perkakas Glodok",
            ActivityKind.EXHIBITION,
            last,
            last.plusDays(2),
            28_000_000);
    approved(scenes, fair);
    claimed(scenes, fair, last.plusDays(10));
    scenes.at(last.plusDays(14), 10, () -> reimburse(fair));
    Plan roadshow =
        new Plan(
            "roadshow",
            "agus",
            "Roadshow bengkel Jabodetabek",
            ActivityKind.TRAINING,
            calendar.quarter(-2).plusDays(30),
            calendar.quarter(-2).plusDays(34),
            64_000_000);
    approved(scenes, roadshow);
    claimed(scenes, roadshow, roadshow.to().plusDays(8));
    scenes.at(roadshow.to().plusDays(12), 10, () -> reimburse(roadshow));
    LocalDate forgotten = calendar.quarter(-2).plusDays(28);
    approved(
        scenes,
        new Plan(
            "sign",
            "budi",
            "Papan nama toko",
            ActivityKind.DISPLAY,
            forgotten,
            forgotten.plusDays(1),
            9_000_000));
  }

  /** What goes on now, at every stage. */
  private void open(LocalDate today, Scenes scenes) {
    Plan training =
        new Plan(
            "training",
            "sari",
            "Pelatihan tukang las",
            ActivityKind.TRAINING,
            today.minusDays(20),
            today.minusDays(19),
            16_000_000);
    approved(scenes, training);
    claimed(scenes, training, today.minusDays(3));
    Plan radio =
        new Plan(
            "radio",
            "budi",
            "Iklan radio akhir tahun",
            ActivityKind.ADVERTISING,
            today.minusDays(15),
            today.minusDays(5),
            12_000_000);
    approved(scenes, radio);
    scenes.at(today.minusDays(4), 10, () -> execute(radio));
    approved(
        scenes,
        new Plan(
            "corner",
            "budi",
            "Sudut pamer perkakas baterai",
            ActivityKind.DISPLAY,
            today.plusDays(12),
            today.plusDays(26),
            18_000_000));
    Plan demoDay =
        new Plan(
            "demo-day",
            "sari",
            "Hari coba alat di depan toko",
            ActivityKind.EXHIBITION,
            today.plusDays(23),
            today.plusDays(24),
            14_000_000);
    scenes.at(demoDay.asked(), 10, () -> ask(demoDay));
    Plan catalogue =
        new Plan(
            "catalogue",
            "budi",
            "Katalog cetak awal tahun",
            ActivityKind.OTHER,
            today.plusDays(24),
            today.plusDays(40),
            8_000_000);
    scenes.at(catalogue.asked(), 11, () -> save(catalogue));
  }

  /** What the vendor did not want, or the partner no longer did. */
  private void refused(DemoCalendar calendar, Scenes scenes) {
    LocalDate today = calendar.today();
    Plan race =
        new Plan(
            "race",
            "agus",
            "Sponsor balap motor",
            ActivityKind.OTHER,
            today.plusDays(15),
            today.plusDays(16),
            50_000_000);
    scenes.at(race.asked(), 10, () -> ask(race));
    scenes.at(
        race.asked().plusDays(2),
        10,
        () -> move("maya", "reject", race, move -> decisions.reject(teller.actor("maya"), move)));
    Plan banner =
        new Plan(
            "banner",
            "agus",
            "Spanduk gudang",
            ActivityKind.DISPLAY,
            today.plusDays(16),
            today.plusDays(30),
            7_000_000);
    scenes.at(banner.asked(), 10, () -> ask(banner));
    scenes.at(
        banner.asked().plusDays(2),
        11,
        () ->
            move(
                "maya",
                "give-back",
                banner,
                move -> decisions.giveBack(teller.actor("maya"), move)));
    Plan dinner =
        new Plan(
            "dinner",
            "lina",
            "Malam pelanggan",
            ActivityKind.OTHER,
            today.plusDays(17),
            today.plusDays(17),
            10_000_000);
    scenes.at(dinner.asked(), 10, () -> ask(dinner));
    scenes.at(
        dinner.asked().plusDays(3),
        10,
        () ->
            move(
                "lina", "withdraw", dinner, move -> requests.withdraw(teller.actor("lina"), move)));
  }

  private void approved(Scenes scenes, Plan plan) {
    scenes.at(plan.asked(), 10, () -> ask(plan));
    scenes.at(
        plan.asked().plusDays(2),
        10,
        () ->
            teller.once(
                "maya",
                "approve-activity-" + plan.key(),
                () ->
                    decisions.approve(
                        teller.actor("maya"),
                        new ApproveActivity(save(plan), half(plan), "", version(plan)))));
  }

  private void claimed(Scenes scenes, Plan plan, LocalDate day) {
    scenes.at(plan.to().plusDays(1), 9, () -> execute(plan));
    scenes.at(
        day,
        9,
        () ->
            teller.once(
                plan.owner(),
                "claim-activity-" + plan.key(),
                () ->
                    claims.claim(
                        teller.actor(plan.owner()),
                        new ClaimActivity(
                            save(plan),
                            List.of(
                                new ClaimCost(
                                    "Sewa tempat dan perlengkapan",
                                    "INV-" + plan.key(),
                                    plan.to(),
                                    BigDecimal.valueOf(plan.cost()))),
                            List.of(proof(plan)),
                            false,
                            "",
                            version(plan)))));
  }

  private UUID proof(Plan plan) {
    return documents
        .keep(
            teller.actor(plan.owner()),
            "bukti-" + plan.key() + ".pdf",
            Paper.of("Bukti pelaksanaan", plan.title(), plan.from() + " - " + plan.to()))
        .uid();
  }

  private void reimburse(Plan plan) {
    teller.once(
        "rizal",
        "reimburse-" + plan.key(),
        () ->
            claims.approve(
                teller.actor("rizal"),
                new ApproveClaim(save(plan), BigDecimal.valueOf(plan.cost()), "", version(plan))));
  }

  private UUID save(Plan plan) {
    Actor owner = teller.actor(plan.owner());
    return teller.once(
        plan.owner(),
        "activity-" + plan.key(),
        UUID.class,
        () ->
            requests
                .save(
                    owner,
                    new SaveActivity(
                        null,
                        fundOf(owner),
                        plan.title(),
                        plan.kind(),
                        "Rencana dan perkiraan biaya terlampir.",
                        plan.from(),
                        plan.to(),
                        BigDecimal.valueOf(plan.cost()),
                        half(plan),
                        List.of(proof(plan)),
                        null))
                .uid());
  }

  /** His own: a distributor sees those of his dealers, too. */
  private UUID fundOf(Actor owner) {
    return funds.list(owner.scope(), ListQuery.firstRows(ListQuery.MOST)).rows().stream()
        .filter(fund -> fund.partnerCode().equals(owner.requirePartner().code()))
        .findFirst()
        .orElseThrow()
        .uid();
  }

  private static BigDecimal half(Plan plan) {
    return BigDecimal.valueOf(plan.cost() / 2);
  }

  private void ask(Plan plan) {
    save(plan);
    move(plan.owner(), "submit", plan, move -> requests.submit(teller.actor(plan.owner()), move));
  }

  private void execute(Plan plan) {
    move(plan.owner(), "execute", plan, move -> requests.execute(teller.actor(plan.owner()), move));
  }

  private int version(Plan plan) {
    return activities.get(teller.actor(plan.owner()).scope(), save(plan)).summary().version();
  }

  /** Where somebody moves an activity. */
  private interface Where {
    void to(MoveActivity move);
  }

  private void move(String who, String deed, Plan plan, Where where) {
    String reason =
        who.equals(plan.owner()) ? "" : "Mohon sesuaikan dengan panduan kegiatan tahun ini.";
    teller.once(
        who,
        deed + "-activity-" + plan.key(),
        () -> where.to(new MoveActivity(save(plan), reason, version(plan))));
  }
}
