package org.mitra.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;

/** Asks for the demo channel, once, when the configuration {@code mitra.demo} says so. */
@ApplicationScoped
public class Demo {
  @Inject private Jobs jobs;
  @Inject private BusinessClock clock;

  @Inject
  @ConfigProperty(name = "mitra.demo", defaultValue = "false")
  private boolean wanted;

  private volatile boolean begun;

  /** Queues the story; an installation that has heard it is left alone. */
  public void begin() {
    if (wanted) {
      // The story keeps its days, also when it is told again tomorrow.
      jobs.queue(Actor.system(), DemoStory.KIND, "demo", "once", clock.today().toString());
    }
    begun = true;
  }

  boolean isBegun() {
    return begun;
  }

  /** Ready when the story is told, with the percentage meanwhile. */
  @Readiness
  @ApplicationScoped
  public static class Told implements HealthCheck {
    @Inject private Jobs jobs;
    @Inject private Demo demo;

    @Override
    public HealthCheckResponse call() {
      if (!demo.isBegun()) {
        return HealthCheckResponse.named("demo").down().build();
      }
      List<JobDetail> stories = jobs.recent(DemoStory.KIND, 1);
      if (stories.isEmpty()) {
        return HealthCheckResponse.named("demo").up().build();
      }
      JobDetail story = stories.get(0);
      return HealthCheckResponse.named("demo")
          .status(story.state().isOver())
          .withData("percent", story.percent())
          .withData("failed", story.state() == JobState.FAILED)
          .build();
    }
  }
}
