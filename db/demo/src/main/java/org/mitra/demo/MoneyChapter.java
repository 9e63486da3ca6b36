package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.accruals.Runs;
import org.mitra.data.ListQuery;
import org.mitra.jobs.Jobs;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.programs.Programs;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.roi.AddCostItem;
import org.mitra.roi.CostItems;
import org.mitra.roi.CostKind;
import org.mitra.settlements.PrepareSettlement;
import org.mitra.settlements.ReleaseSettlement;
import org.mitra.settlements.SettlementState;
import org.mitra.settlements.Settlements;

/** What finance does: runs, costs, settlements, payments. */
@ApplicationScoped
class MoneyChapter implements Chapter {
  private static final int PREPARED = 13;
  private static final int RELEASED = 14;
  private static final int PAID = 16;
  private static final int MONTHS_OF_YEAR = 12;

  @Inject private Runs runs;
  @Inject private Settlements settlements;
  @Inject private Payouts payouts;
  @Inject private CostItems costItems;
  @Inject private Programs programs;
  @Inject private Jobs jobs;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "money";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    for (int quarter = -3; quarter < 0; quarter++) {
      settled(scenes, calendar.quarter(quarter), quarter == -1);
    }
    LocalDate waiting = calendar.quarter(0).plusDays(PREPARED);
    LocalDate prepared = waiting.isBefore(calendar.today()) ? waiting : calendar.today();
    scenes.at(prepared, 6, () -> prepare(calendar.quarter(0)));
    for (int month = 0; month < MONTHS_OF_YEAR; month++) {
      LocalDate from = calendar.quarter(-4).plusMonths(month);
      scenes.at(from.plusMonths(1).plusDays(2), 4, () -> calculate(from, from.plusMonths(1)));
    }
    scenes.at(
        calendar.today(), 1, () -> calculate(calendar.quarter(0), calendar.today().plusDays(1)));
    costs(calendar, scenes);
  }

  private void calculate(LocalDate from, LocalDate until) {
    Actor dewi = teller.actor("dewi");
    teller.carryOut(runs.start(dewi, from, until, "demo-" + from).job());
  }

  /** Closes the quarter before the day; three days later the bank has paid. */
  private void settled(Scenes scenes, LocalDate begin, boolean oneComesBack) {
    scenes.at(begin.plusDays(PREPARED), 9, () -> prepare(begin));
    scenes.at(begin.plusDays(RELEASED), 9, () -> release(begin));
    scenes.at(begin.plusDays(PAID), 9, () -> pay(begin, begin.plusDays(PAID), oneComesBack));
  }

  private UUID settlement(LocalDate begin) {
    return teller.once(
        "dewi",
        "settle-" + begin,
        UUID.class,
        () ->
            settlements
                .prepare(teller.actor("dewi"), new PrepareSettlement(begin.minusDays(1), List.of()))
                .uid());
  }

  private void prepare(LocalDate begin) {
    work(settlement(begin), SettlementState.PREPARING, "settlement");
  }

  private void release(LocalDate begin) {
    Actor hendra = teller.actor("hendra");
    UUID uid = settlement(begin);
    teller.once(
        "hendra",
        "release-" + begin,
        () ->
            settlements.release(
                hendra,
                uid,
                new ReleaseSettlement(
                    settlements.get(hendra, uid).digest(), RemittanceFormat.PAIN_001)));
    work(uid, SettlementState.RELEASING, "release");
  }

  private void work(UUID settlement, SettlementState busy, String kind) {
    if (settlements.get(teller.actor("dewi"), settlement).summary().state() == busy) {
      teller.carryOut(jobs.recent(kind, 1).get(0).uid());
    }
  }

  private void pay(LocalDate begin, LocalDate day, boolean oneComesBack) {
    Actor dewi = teller.actor("dewi");
    Map<String, String> released =
        Map.of("settlement", settlement(begin).toString(), "state", "RELEASED");
    teller.once(
        "dewi",
        "pay-" + begin,
        () -> {
          ListQuery query = new ListQuery(0, ListQuery.MOST, "", false, released);
          for (PayoutSummary payout : payouts.list(dewi, query).rows()) {
            if (oneComesBack && payout.partnerCode().equals("D-MKS")) {
              payouts.markReturned(dewi, payout.uid(), day, "Rekening tujuan sudah ditutup.");
            } else {
              payouts.markPaid(dewi, payout.uid(), day, "Mutasi " + day);
            }
          }
        });
  }

  /** What no calculation knows. */
  private void costs(DemoCalendar calendar, Scenes scenes) {
    cost(scenes, DemoPrograms.REBATE, calendar.quarter(-4), CostKind.ADMINISTRATION, 12, "Sistem");
    cost(scenes, DemoPrograms.VOLUME, calendar.quarter(-4), CostKind.MARKETING, 8, "Acara Klub");
    LocalDate grinders = calendar.quarter(-3);
    cost(scenes, DemoPrograms.GRINDERS, grinders, CostKind.ADMINISTRATION, 4, "Administrasi");
    cost(scenes, DemoPrograms.GRINDERS, grinders, CostKind.TRAINING, 6, "Pelatihan penjual");
    cost(scenes, DemoPrograms.GRINDERS, grinders, CostKind.MARKETING, 12, "Peraga toko");
    LocalDate welding = calendar.quarter(-2);
    cost(scenes, DemoPrograms.WELDING, welding, CostKind.ADMINISTRATION, 5, "Administrasi");
    cost(scenes, DemoPrograms.WELDING, welding, CostKind.TRAINING, 10, "Demo las di bengkel");
    cost(scenes, DemoPrograms.WELDING, welding, CostKind.MARKETING, 45, "Iklan luar ruang");
    cost(scenes, DemoPrograms.SPIFF, calendar.quarter(-1), CostKind.TRAINING, 5, "Pelatihan bor");
  }

  private void cost(
      Scenes scenes, String program, LocalDate from, CostKind kind, int millions, String remark) {
    LocalDate day = from.plusDays(5);
    scenes.at(
        day,
        10,
        () ->
            teller.once(
                "dewi",
                "cost-" + program + "-" + kind,
                () ->
                    costItems.add(
                        teller.actor("dewi"),
                        new AddCostItem(
                            uid(program),
                            kind,
                            day,
                            BigDecimal.valueOf(millions * 1_000_000L),
                            "IDR",
                            remark))));
  }

  private UUID uid(String program) {
    ListQuery query = new ListQuery(0, 1, "", false, Map.of("code", program));
    return programs.list(teller.actor("maya"), query).rows().get(0).uid();
  }
}
