package org.mitra.db;

/**
 * How to reach a database as one of its users.
 *
 * @param url JDBC URL for Connector/J
 * @param user account name
 * @param password never logged
 */
public record Access(String url, String user, String password) {
  /**
   * What Mitra needs of the driver: UTC on the wire, batches in one packet, and no certificate of
   * the application server's own (Payara sets {@code javax.net.ssl.keyStore}, and MySQL hangs up on
   * it).
   */
  public static final String OPTIONS =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
          + "&allowPublicKeyRetrieval=true&fallbackToSystemKeyStore=false&fallbackToSystemTrustStore=false";

  static Access local(int port, String schema, String user, String password) {
    return new Access(
        "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?" + OPTIONS, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
