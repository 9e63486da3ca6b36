package org.mitra.it;

import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.mitra.db.Access;
import org.mitra.db.Distribution;
import org.mitra.db.EmbeddedServer;
import org.mitra.db.Schema;
import org.mitra.db.Servers;

/**
 * A real MySQL, fresh for each run of the integration tests, and the server's options that point to
 * it. Unit tests, which set no folder, get none.
 */
public class TestDatabase implements LauncherSessionListener {
  private EmbeddedServer server;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String folder = System.getProperty("mitra.it.folder");
    if (folder == null) {
      return;
    }
    server =
        Servers.start(
            Distribution.MYSQL, Path.of(folder, "mysql-" + ProcessHandle.current().pid()));
    Schema.migrate(server.owner(), server.application());
    Access access = server.application();
    System.setProperty(
        "payara.cmdOptions",
        String.join(
            " ",
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=America/Los_Angeles",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Ddb.url=" + access.url(),
            "-Ddb.user=" + access.user(),
            "-Ddb.password=" + access.password(),
            "-Dmitra.payer.name=PT-Mitra",
            "-Dmitra.payer.accounts=IDR:CENAIDJA:0105550001",
            "-Dmitra.jobs.work=true"));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (server != null) {
      server.close();
    }
  }
}
