package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.feeds.ImportDetail;
import org.mitra.feeds.ImportState;
import org.mitra.feeds.Imports;
import org.mitra.mappings.Mappings;
import org.mitra.mappings.SaveMapping;

/** Two years of sales, in files of the vendor's accounting: by month, and lately by week. */
@ApplicationScoped
class SalesChapter implements Chapter {
  private static final String CLERK = "admin";

  @Inject private Mappings mappings;
  @Inject private Imports imports;
  @Inject private Teller teller;

  @Override
  public String name() {
    return "sales";
  }

  @Override
  public void plan(DemoWorld world, Scenes scenes) {
    DemoCalendar calendar = world.calendar();
    scenes.at(
        calendar.joined(),
        10,
        () ->
            mappings.save(
                teller.actor(CLERK), new SaveMapping(SalesFile.MAPPING, SalesFile.DEFINITION)));
    LocalDate from = calendar.first().atDay(1);
    LocalDate weekly = calendar.today().withDayOfMonth(1).minusMonths(1);
    while (from.isBefore(calendar.today())) {
      LocalDate to = from.isBefore(weekly) ? from.plusMonths(1) : from.plusWeeks(1);
      to = to.isBefore(calendar.today()) ? to : calendar.today();
      file(world, scenes, from, to.minusDays(1));
      from = to;
    }
    LocalDate typed = calendar.today().minusDays(4);
    scenes.at(typed, 15, () -> take("penjualan-bandung.csv", SalesFile.typed(typed.minusDays(6))));
  }

  /** The file of some days comes on the morning after the last. */
  private void file(DemoWorld world, Scenes scenes, LocalDate from, LocalDate to) {
    List<DemoSales.Line> lines = world.lines(from, to);
    if (!lines.isEmpty()) {
      String name = "penjualan-" + from + "-" + to + ".csv";
      scenes.at(to.plusDays(1), 0, () -> take(name, SalesFile.of(lines)));
    }
  }

  private void take(String name, byte[] content) {
    Actor clerk = teller.actor(CLERK);
    UUID uid = teller.once(CLERK, "file-" + name, UUID.class, () -> upload(clerk, name, content));
    if (imports.get(clerk, uid).summary().state() == ImportState.UPLOADED) {
      work(imports.get(clerk, uid));
    }
    ImportDetail seen = imports.get(clerk, uid);
    if (seen.summary().state() == ImportState.PREVIEWED) {
      seen = imports.commit(clerk, uid);
    }
    if (seen.summary().state() != ImportState.COMMITTED) {
      work(seen);
    }
  }

  private void work(ImportDetail detail) {
    teller.carryOut(detail.job().uid());
  }

  private UUID upload(Actor clerk, String name, byte[] content) {
    try {
      return imports
          .upload(clerk, SalesFile.MAPPING, name, new ByteArrayInputStream(content))
          .summary()
          .uid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
