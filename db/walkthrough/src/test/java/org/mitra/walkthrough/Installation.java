package org.mitra.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.mitra.launcher.Mitra;

/**
 * One installation with the demo channel, started by the product's own launcher, for all tests of
 * this module.
 */
public class Installation implements LauncherSessionListener {
  private static Mitra mitra;

  /** The running installation. */
  static Mitra mitra() {
    if (mitra == null) {
      throw new IllegalStateException("started by the integration tests only");
    }
    return mitra;
  }

  static Path folder() {
    return Path.of(System.getProperty("mitra.it.folder"));
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("mitra.it.folder") == null) {
      return;
    }
    mitra =
        Mitra.start(
            Mitra.options(
                "--fresh",
                "--port",
                Integer.toString(freePort()),
                "--data",
                folder().resolve("installation").toString()),
            System.out::println);
    // Payara 6 prepares for JSON with the first that it reads, and fails two that come at once.
    Api.as("/admin", "maya").put("/me/language", "{\"language\": \"id\"}").is(204);
    Api.as("/partner", "budi").put("/me/language", "{\"language\": \"id\"}").is(204);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    Chromium.closeAll();
    if (mitra != null) {
      mitra.close();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
