package org.mitra.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.mitra.data.DatabaseProbe;

/** Ready: the application has started, the database answers, and its schema is there. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());

  @Inject private DatabaseProbe database;
  @Inject private Routes routes;
  @Inject private Started started;

  @Override
  public HealthCheckResponse call() {
    String name = routes.name() + " database";
    if (!started.isStarted()) {
      return HealthCheckResponse.named(name).down().withData("reason", "starting").build();
    }
    try {
      return HealthCheckResponse.named(name).status(database.isMigrated()).build();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the database does not answer: {0}", e.toString());
      return HealthCheckResponse.named(name).down().withData("reason", "no answer").build();
    }
  }

  /** Alive: this application can answer at all, whatever its surroundings do. */
  @Liveness
  @ApplicationScoped
  public static class Alive implements HealthCheck {
    @Inject private Routes routes;

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.named(routes.name()).up().build();
    }
  }
}
