package org.mitra.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Whether the database answers and has its schema. */
@ApplicationScoped
public class DatabaseProbe {
  @Inject private Sql sql;

  /**
   * @throws RuntimeException when the database does not answer
   */
  @Transactional
  public boolean isMigrated() {
    return sql.row(
                row -> row.number("n"),
                "SELECT COUNT(*) AS n FROM flyway_schema_history WHERE success = TRUE")
            .orElse(0L)
        > 0;
  }
}
