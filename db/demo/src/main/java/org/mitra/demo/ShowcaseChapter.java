package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.engine.Terms;
import org.mitra.partners.Certificates;
import org.mitra.partners.SaveCertificate;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.Enrollments;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;

/**
 * One program of each further kind, in the quarter that runs: what a channel manager may copy when
 * he looks for how to say something.
 */
@ApplicationScoped
class ShowcaseChapter implements Chapter {
  private static final String REASON = "Percontohan: berjalan berdampingan dengan program utama.";

  /** What dealers sell in the quarter, but for the changes. */
  private static final String USUAL =
      """
      {
        "currency": "IDR", "zone": "Asia/Jakarta",
        "periodMonths": 3, "closingDay": 0, "payee": "SELLER",
        "scope": {"flows": ["SELL_OUT"], "types": ["DEALER"]},
        "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE"
      }
      """;

  private static final String COMMISSION = "KOMISI-PENJUAL";
  private static final List<String> REPRESENTATIVES = List.of("TOKO-MAJU-R1", "TOKO-MAJU-R2");

  /** Programs by their code, as changes of the usual terms. */
  private static Map<String, String> programs() {
    Map<String, String> programs = new LinkedHashMap<>();
    programs.put(
        "TUMBUH-DEALER",
        """
        {"name": {"id": "Pertumbuhan Dealer", "en": "Dealer Growth"}, "payee": "BUYER",
         "scope": {"flows": ["SELL_THROUGH"]},
         "rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "mode": "MARGINAL",
          "yardstick": {"kind": "LAST_YEAR"}, "starts": "REACHED",
          "tiers": [{"from": "100", "rate": "1%"}, {"from": "110", "rate": "2%"},
                    {"from": "120", "rate": "3%"}]}}
        """);
    programs.put(
        "TARGET-TOKO",
        """
        {"name": {"id": "Target Toko", "en": "Shop Target"},
         "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "FIXED",
          "starts": "REACHED",
          "tiers": [{"from": "25000000", "plus": "250000"}, {"from": "75000000", "plus": "1000000"}]}}
        """);
    programs.put(
        "LINEAR-GERINDA",
        """
        {"name": {"id": "Gerinda Naik Bertahap", "en": "Grinder Glide"}, "payee": "BUYER",
         "scope": {"flows": ["SELL_THROUGH"], "groups": ["GERINDA"]},
         "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "LINEAR",
          "starts": "REACHED",
          "tiers": [{"from": "5000000", "rate": "1%"}, {"from": "50000000", "rate": "3%"}]}}
        """);
    programs.put(
        "KELIPATAN-10",
        """
        {"name": {"id": "Setiap Sepuluh Juta", "en": "Every Ten Million"},
         "scope": {"groups": ["AKSESORI"]},
         "rule": {"type": "everyX", "pays": "NET", "every": "10000000", "amount": "100000"}}
        """);
    programs.put(
        "POOL-JABAR",
        """
        {"name": {"id": "Kumpulan Jawa Barat", "en": "West Java Pool"},
         "scope": {"regions": ["JAWA BARAT"]},
         "rule": {"type": "pool", "measure": "NET", "target": "50000000", "rate": "0.5%",
          "sharing": "EQUALLY"}}
        """);
    programs.put(
        "KONTES-BULANAN",
        """
        {"name": {"id": "Kontes Bulanan", "en": "Monthly Contest"}, "periodMonths": 1,
         "graceDays": 5,
         "rule": {"type": "contest", "measure": "NET", "least": "10000000",
          "prizes": ["3000000", "2000000", "1000000"]}}
        """);
    programs.put(
        "OVERRIDE-DISTRIBUTOR",
        """
        {"name": {"id": "Override Distributor", "en": "Distributor Override"},
         "payee": "ABOVE_SELLER", "scope": {"types": ["DISTRIBUTOR"]},
         "rule": {"type": "flat", "pays": "NET", "rate": "0.25%"}}
        """);
    programs.put(
        "MARJIN-DISTRIBUTOR",
        """
        {"name": {"id": "Bagi Hasil Marjin", "en": "Margin Share"}, "payee": "BUYER",
         "scope": {"flows": ["SELL_IN"], "types": ["DISTRIBUTOR"], "groups": ["LAS"]},
         "rule": {"type": "flat", "pays": "MARGIN", "rate": "2%"}}
        """);
    programs.put(
        "TANGGA-BULANAN",
        """
        {"name": {"id": "Tangga Triwulan, Dibayar Bulanan", "en": "Quarter Ladder, Settled Monthly"},
         "periodMonths": 1, "spanMonths": 3, "scope": {"groups": ["BATERAI"]},
         "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "MARGINAL",
          "starts": "REACHED",
          "tiers": [{"from": "0", "rate": "0%"}, {"from": "2000000", "rate": "1%"},
                    {"from": "10000000", "rate": "2%"}]}}
        """);
    programs.put(
        "TERBAIK-PERSEN",
        """
        {"name": {"id": "Terbaik: Persen", "en": "Best of: Percentage"},
         "scope": {"groups": ["GERINDA"]},
         "stacking": {"group": "gerinda", "method": "BEST_OF", "per": "SALE", "precedence": 1},
         "rule": {"type": "flat", "pays": "NET", "rate": "1.5%"}}
        """);
    programs.put(
        "TERBAIK-UNIT",
        """
        {"name": {"id": "Terbaik: Per Unit", "en": "Best of: Per Unit"},
         "scope": {"groups": ["GERINDA"]},
         "stacking": {"group": "gerinda", "method": "BEST_OF", "per": "SALE", "precedence": 2},
         "rule": {"type": "perUnit", "amount": "15000"}}
        """);
    programs.put(
        "PAKET-BOR",
        """
        {"name": {"id": "Paket Bor dan Aksesori", "en": "Drill and Accessories Bundle"},
         "rule": {"type": "attach", "groups": ["BOR", "AKSESORI"], "amount": "25000"}}
        """);
    programs.put(
        "PELANGGAN-BARU",
        """
        {"name": {"id": "Pelanggan Baru", "en": "New Customers"},
         "rule": {"type": "newCustomer", "amount": "50000"}}
        """);
    programs.put(
        "DISKON-AWAL",
        """
        {"name": {"id": "Diskon Awal Aksesori", "en": "Up-front Accessory Discount"},
         "payee": "BUYER", "scope": {"flows": ["SELL_IN"], "types": ["DISTRIBUTOR"],
          "groups": ["AKSESORI"]}, "settles": "RECORDED",
         "rule": {"type": "flat", "pays": "NET", "rate": "1%"}}
        """);
    programs.put(
        "ANGGARAN-BERSAMA",
        """
        {"name": {"id": "Anggaran Bersama Las", "en": "Shared Welding Budget"},
         "scope": {"groups": ["LAS"]}, "limits": {"budget": "5000000", "scarce": "PRO_RATA"},
         "rule": {"type": "flat", "pays": "NET", "rate": "3%"}}
        """);
    programs.put(
        COMMISSION,
        """
        {"name": {"id": "Komisi Tenaga Penjual", "en": "Sales Representative Commission"},
         "periodMonths": 1, "payee": "REPRESENTATIVE", "enrollment": "ENROLLED",
         "scope": {"types": ["REPRESENTATIVE"]},
         "pay": {"draw": {"amount": "750000", "recoverable": true},
                 "training": [{"certificate": "AHLI-PERKAKAS", "amount": "250000"}]},
         "rule": {"type": "flat", "pays": "NET", "rate": "1.5%"}}
        """);
    return programs;
  }

  @Inject private Programs programs;
  @Inject private Enrollments enrollments;
  @Inject private Certificates certificates;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "showcase";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    LocalDate from = calendar.quarter(0);
    scenes.at(
        from.minusDays(12),
        13,
        () -> programs().forEach((code, changes) -> launch(code, terms(calendar, changes))));
    scenes.at(
        from.minusDays(11),
        13,
        () ->
            REPRESENTATIVES.forEach(
                person -> invite(person, terms(calendar, programs().get(COMMISSION)))));
    scenes.at(from.plusDays(20), 9, () -> learned(from.plusDays(19)));
  }

  private static Terms terms(DemoCalendar calendar, String changes) {
    JsonObject usual =
        Json.createObjectBuilder(TermsJson.parse(USUAL))
            .add("from", calendar.quarter(0).toString())
            .add("until", calendar.quarter(1).toString())
            .build();
    return TermsJson.decode(
        Json.createMergePatch(TermsJson.parse(changes)).apply(usual).asJsonObject(), "");
  }

  private ProgramRef draft(String code, Terms terms) {
    return teller.once(
        "maya",
        "program-" + code,
        ProgramRef.class,
        () -> programs.create(teller.actor("maya"), new CreateProgram(code, terms)));
  }

  private void launch(String code, Terms terms) {
    ProgramRef ref = draft(code, terms);
    teller.once(
        "maya",
        "submit-" + code,
        () -> programs.submit(teller.actor("maya"), ref.version(), REASON));
    teller.once(
        "rizal",
        "approve-" + code,
        () ->
            programs.approve(
                teller.actor("rizal"), ref.version(), TermsJson.digest(terms).hex(), ""));
    teller.once(
        "maya", "publish-" + code, () -> programs.publish(teller.actor("maya"), ref.version()));
  }

  private void invite(String person, Terms terms) {
    ProgramRef commission = draft(COMMISSION, terms);
    teller.once(
        "maya",
        "invite-" + person,
        () -> enrollments.enroll(teller.actor("maya"), commission.program(), person, terms.from()));
  }

  /** One of the two has been to the course. */
  private void learned(LocalDate day) {
    certificates.saveAll(
        teller.actor("maya"),
        List.of(new SaveCertificate(REPRESENTATIVES.get(0), "AHLI-PERKAKAS", day, null)));
  }
}
