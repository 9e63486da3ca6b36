package org.mitra.data;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;

/**
 * The one database. Where it is comes from the configuration {@code db.url}, {@code db.user} and
 * {@code db.password}, that is from the environment variables {@code DB_URL}, {@code DB_USER} and
 * {@code DB_PASSWORD}.
 */
@DataSourceDefinition(
    name = MitraDataSource.NAME,
    className = "com.mysql.cj.jdbc.MysqlDataSource",
    url = "${MPCONFIG=db.url}",
    user = "${MPCONFIG=db.user}",
    password = "${MPCONFIG=db.password}",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 32,
    maxIdleTime = 300,
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
      // No database restarts faster; to ask before each transaction would double its statements.
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      // The driver knows the isolation that it set, and need not ask for it.
      "useLocalSessionState=true"
    })
public final class MitraDataSource {
  public static final String NAME = "java:app/jdbc/mitra";

  private MitraDataSource() {}
}
