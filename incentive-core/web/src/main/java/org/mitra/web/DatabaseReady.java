package org.mitra.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.mitra.data.DataException;
import org.mitra.data.Sql;

/** Ready: the database answers, and its schema is there. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  @Inject private Sql sql;
  @Inject private Routes routes;

  @Override
  @Transactional
  public HealthCheckResponse call() {
    String name = routes.name() + " database";
    try {
      boolean migrated =
          sql.row(
                      row -> row.number("n"),
                      "SELECT COUNT(*) AS n FROM flyway_schema_history WHERE success = TRUE")
                  .orElse(0L)
              > 0;
      return HealthCheckResponse.named(name).status(migrated).build();
    } catch (DataException e) {
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
