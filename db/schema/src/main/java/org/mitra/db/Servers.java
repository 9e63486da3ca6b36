package org.mitra.db;

import java.nio.file.Path;

/** Starts embedded servers from the archives that the build resolved; for tests and benchmarks. */
public final class Servers {
  /** Faster and, should the machine itself fail, less durable: what a test can live with. */
  private static final String[] QUICK = {
    "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=384M"
  };

  private Servers() {}

  /**
   * Starts a server whose archive is named by a system property such as {@code
   * mitra.mysql.archive}.
   */
  public static EmbeddedServer start(Distribution distribution, Path folder) {
    return EmbeddedServer.start(distribution, archive(distribution), cache(), folder, QUICK);
  }

  /**
   * Where unpacked servers are kept: {@code MITRA_CACHE}, or {@code .cache/mitra} in the user's
   * home.
   */
  public static Path cache() {
    String configured = System.getenv("MITRA_CACHE");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "mitra")
        : Path.of(configured);
  }

  private static Path archive(Distribution distribution) {
    String property =
        distribution == Distribution.MYSQL ? "mitra.mysql.archive" : "mitra.mariadb.archive";
    String path = System.getProperty(property);
    if (path == null) {
      throw new IllegalStateException("run this through Maven, which sets " + property);
    }
    return Path.of(path);
  }
}
