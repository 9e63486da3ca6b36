package org.mitra.walkthrough;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** An installation without demo in processes of its own, as its administrator starts it. */
final class Launched implements AutoCloseable {
  /** Whoever starts installations, and whoever looks at all that was started. */
  static final String PROCESSES = "processes";

  static final String ADMINISTRATOR = "boss";
  static final String PASSWORD = "a long enough one 2026";

  private final Process launcher;
  private final int port;
  private final List<ProcessHandle> started;

  private Launched(Process launcher, int port) {
    this.launcher = launcher;
    this.port = port;
    this.started = launcher.descendants().toList();
  }

  /**
   * Starts, and returns when both applications are ready.
   *
   * @param folder where its data is, from an earlier start or not yet
   */
  static Launched in(Path folder) throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.mitra.launcher.Mitra",
            "--no-demo",
            "--port",
            Integer.toString(port),
            "--data",
            folder.toString());
    builder.environment().put("MITRA_ADMIN_USER", ADMINISTRATOR);
    builder.environment().put("MITRA_ADMIN_PASSWORD", PASSWORD);
    builder.environment().put("MITRA_JOBS_LEASE_SECONDS", "5");
    builder.environment().keySet().removeIf(name -> name.startsWith("DB_"));
    Process launcher = builder.redirectErrorStream(true).start();
    try {
      waitFor(launcher, "Stop with Ctrl-C");
      return new Launched(launcher, port);
    } catch (IOException | AssertionError e) {
      launcher.descendants().forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly();
      throw e;
    }
  }

  private static void waitFor(Process launcher, String line) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = launcher.inputReader();
    for (String next = out.readLine(); next != null; next = out.readLine()) {
      said.append(next).append('\n');
      if (next.contains(line)) {
        return;
      }
    }
    throw new AssertionError("ended before it was ready:\n" + said);
  }

  String root() {
    return "http://localhost:" + port;
  }

  int port() {
    return port;
  }

  /** The server and the database. */
  List<ProcessHandle> started() {
    return started;
  }

  /** As Ctrl-C does. */
  void stop() throws InterruptedException {
    launcher.destroy();
    Assertions.assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).as("stopped in time").isTrue();
  }

  /** As if the server's process had met its end by itself; the launcher then stops the rest. */
  void killServer() throws InterruptedException {
    started.stream()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .forEach(ProcessHandle::destroyForcibly);
    Assertions.assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).as("ended with it").isTrue();
  }

  /** As if the power had failed: server, database and launcher at once. */
  void killAll() throws InterruptedException {
    launcher.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    launcher.waitFor();
    for (ProcessHandle process : started) {
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    started.forEach(ProcessHandle::destroyForcibly);
    launcher.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
