package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.data.BusinessClock;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;

/**
 * Tells the story of the demo channel to an empty database, scene by scene, each at its time and
 * through the product's own front doors. Killed anywhere and told again, it goes on where it was.
 */
@ApplicationScoped
public class DemoStory implements JobHandler {
  static final String KIND = "demo";

  private static final Logger LOG = Logger.getLogger(DemoStory.class.getName());
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Inject private PeopleChapter people;
  @Inject private ChannelChapter channel;
  @Inject private ProgramsChapter programs;
  @Inject private ShowcaseChapter showcase;
  @Inject private SalesChapter sales;
  @Inject private ClaimsChapter claims;
  @Inject private FundsChapter funds;
  @Inject private MoneyChapter money;
  @Inject private DemoSpiff newDrill;
  @Inject private BusinessClock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    DemoCalendar calendar = new DemoCalendar(LocalDate.parse(job.argument()), clock.zone());
    DemoWorld world = new DemoWorld(calendar);
    Scenes planned = new Scenes(calendar);
    List<Chapter> chapters =
        List.of(channel, people, programs, showcase, sales, claims, funds, money, newDrill);
    for (Chapter chapter : chapters) {
      planned.chapter(chapter.name());
      chapter.plan(world, planned);
    }
    tell(planned.until(clock.now()), job);
  }

  private void tell(List<Scenes.Scene> scenes, RunningJob job) {
    Map<String, Long> millis = new TreeMap<>();
    int told = 0;
    for (Scenes.Scene scene : scenes) {
      long started = System.nanoTime();
      tell(scene);
      millis.merge(scene.chapter(), (System.nanoTime() - started) / NANOS_PER_MILLI, Long::sum);
      job.progress(++told, scenes.size());
    }
    LOG.log(Level.INFO, "The demo is told; milliseconds by chapter: {0}", millis);
  }

  private void tell(Scenes.Scene scene) {
    try {
      clock.at(scene.at(), scene.happens());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> scene.chapter() + " at " + scene.at() + " went wrong");
      throw e;
    }
  }
}
