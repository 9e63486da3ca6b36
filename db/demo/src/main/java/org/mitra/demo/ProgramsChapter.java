package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.mitra.engine.Terms;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.EditDraft;
import org.mitra.programs.Enrollments;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.Programs;
import org.mitra.programs.terms.TermsJson;

/** Programs from the first draft to the last day, and who takes part. */
@ApplicationScoped
class ProgramsChapter implements Chapter {
  private static final String REASON =
      "Sesuai rencana: lompatan jenjang dan program yang berjalan berdampingan memang disengaja.";

  /** Days before a program begins. */
  private static final int DRAFTED = 25;

  private static final int APPROVED = 22;
  private static final int PUBLISHED = 20;

  private static final List<String> CLUB = List.of("TOKO-MAJU", "JKT-01", "BDG-01", "SBY-01");

  @Inject private Programs programs;
  @Inject private Enrollments enrollments;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "programs";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    DemoPrograms terms = new DemoPrograms(calendar);
    launch(scenes, DemoPrograms.REBATE, terms.rebate("2%"));
    launch(scenes, DemoPrograms.VOLUME, terms.volume());
    launch(scenes, DemoPrograms.FUND, terms.fund());
    launch(scenes, DemoPrograms.TARGET, terms.target());
    launch(scenes, DemoPrograms.GRINDERS, terms.grinders());
    launch(scenes, DemoPrograms.WELDING, terms.welding());
    launch(scenes, DemoPrograms.HELMETS, terms.helmets());
    launch(scenes, DemoPrograms.SPIFF, terms.spiff());
    launch(scenes, DemoPrograms.PRICES, terms.prices());
    scenes.at(calendar.quarter(-4).minusDays(10), 10, () -> CLUB.forEach(this::invite));
    // The newcomer has no bank account yet: his first payout waits for it.
    scenes.at(calendar.quarter(-1).minusDays(10), 10, () -> invite("MDN-01"));
    amend(scenes, calendar.quarter(0).minusDays(30), terms.rebate("2.5%"), calendar.quarter(0));
    scenes.at(
        calendar.quarter(-1).plusDays(40),
        14,
        () ->
            teller.once(
                "maya",
                "close-" + DemoPrograms.HELMETS,
                () ->
                    programs.close(
                        teller.actor("maya"), draft(DemoPrograms.HELMETS, null).program())));
    LocalDate lately = calendar.today().minusDays(6);
    scenes.at(lately, 10, () -> draft("AKSESORI-HEBAT", terms.accessories()));
    scenes.at(
        lately,
        11,
        () -> {
          ProgramRef ref = draft("BONUS-BATERAI", terms.batteries());
          teller.once(
              "maya",
              "submit-BONUS-BATERAI",
              () -> programs.submit(teller.actor("maya"), ref.version(), REASON));
        });
  }

  private int revision(ProgramRef ref) {
    return programs.ofVersion(teller.actor("maya"), ref.version()).versions().stream()
        .filter(version -> version.uid().equals(ref.version()))
        .findFirst()
        .orElseThrow()
        .revision();
  }

  /** The draft; once it is there, its terms are not asked for again. */
  private ProgramRef draft(String code, Terms terms) {
    return teller.once(
        "maya",
        "program-" + code,
        ProgramRef.class,
        () -> programs.create(teller.actor("maya"), new CreateProgram(code, terms)));
  }

  private void launch(Scenes scenes, String code, Terms terms) {
    LocalDate from = terms.from();
    scenes.at(from.minusDays(DRAFTED), 10, () -> draft(code, terms));
    scenes.at(
        from.minusDays(APPROVED), 11, () -> approve(code, draft(code, terms), terms, "rizal"));
    scenes.at(from.minusDays(PUBLISHED), 9, () -> publish(code, draft(code, terms)));
  }

  private void approve(String key, ProgramRef ref, Terms terms, String approver) {
    teller.once(
        "maya",
        "submit-" + key,
        () -> programs.submit(teller.actor("maya"), ref.version(), REASON));
    teller.once(
        approver,
        "approve-" + key,
        () ->
            programs.approve(
                teller.actor(approver), ref.version(), TermsJson.digest(terms).hex(), ""));
  }

  private void publish(String key, ProgramRef ref) {
    teller.once(
        "maya", "publish-" + key, () -> programs.publish(teller.actor("maya"), ref.version()));
  }

  private void invite(String dealer) {
    ProgramRef volume = draft(DemoPrograms.VOLUME, null);
    teller.once(
        "maya",
        "invite-" + dealer,
        () -> enrollments.enroll(teller.actor("maya"), volume.program(), dealer, null));
  }

  /** Better terms for distributors, from the current quarter on. */
  private void amend(Scenes scenes, LocalDate day, Terms better, LocalDate from) {
    scenes.at(
        day,
        10,
        () -> {
          ProgramRef first = draft(DemoPrograms.REBATE, null);
          ProgramRef second =
              teller.once(
                  "maya",
                  "amend",
                  ProgramRef.class,
                  () -> programs.amend(teller.actor("maya"), first.program(), from));
          teller.once(
              "maya",
              "amended",
              () ->
                  programs.edit(
                      teller.actor("maya"),
                      new EditDraft(second.version(), revision(second), better, from)));
          approve("amendment", second, better, "dewi");
          publish("amendment", second);
        });
  }
}
