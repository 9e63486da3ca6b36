package org.mitra.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitra.db.Access;

/**
 * Payara Micro with both applications. Health and metrics answer on a loopback port of their own;
 * the application port is the only one that others can reach.
 */
final class Server implements AutoCloseable {
  private static final Pattern PERCENT = Pattern.compile("\"percent\":\"?([0-9]+)[0-9]\\b");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final List<URI> applications;
  private final int internalPort;
  private final Path log;

  private Server(Process process, List<URI> applications, int internalPort, Path log) {
    this.process = process;
    this.applications = applications;
    this.internalPort = internalPort;
    this.log = log;
  }

  /** What the server is made of: the program, and the applications by context root. */
  record Parts(Path payara, Map<String, Path> applications) {}

  static Server start(Parts parts, Options options, Access database) throws IOException {
    Files.createDirectories(options.folder());
    Path log = options.folder().resolve("server.log");
    int internalPort = freePort();
    Path commands = options.folder().resolve("server-commands.txt");
    List<String> lines =
        new ArrayList<>(
            List.of(
                "create-virtual-server --hosts 127.0.0.1,localhost internal",
                "create-protocol internal-protocol",
                "create-http --default-virtual-server internal internal-protocol",
                "create-network-listener --address 127.0.0.1 --listenerport "
                    + internalPort
                    + " --protocol internal-protocol internal-listener",
                "set-microprofile-healthcheck-configuration --virtualServers internal",
                "set-metrics-configuration --virtualServers internal",
                "set-openapi-configuration --enabled false"));
    // Deployed by command: what the server deploys by itself answers on the internal port, too.
    parts
        .applications()
        .forEach(
            (root, war) ->
                lines.add("deploy --virtualservers server --contextroot " + root + " " + war));
    Files.write(commands, lines);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starts in half the time; production leaves the second compiler on.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx1g");
    command.add("-XX:+UseSerialGC");
    command.add("-Djava.awt.headless=true");
    // The last word: other compilers, more memory, a recording.
    String more = System.getenv().getOrDefault("MITRA_JAVA_OPTIONS", "").strip();
    command.addAll(more.isEmpty() ? List.of() : List.of(more.split("\\s+")));
    command.add("-jar");
    command.add(parts.payara().toString());
    command.addAll(
        List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(options.port())));
    command.addAll(List.of("--postbootcommandfile", commands.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // By environment, which the process list does not show.
    builder.environment().put("DB_URL", database.url());
    builder.environment().put("DB_USER", database.user());
    builder.environment().put("DB_PASSWORD", database.password());
    builder.environment().remove("DB_OWNER_USER");
    builder.environment().remove("DB_OWNER_PASSWORD");
    builder.environment().put("MITRA_DEMO", Boolean.toString(options.demo()));
    if (options.demo()) {
      demoHouse(builder.environment());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    List<URI> applications =
        parts.applications().keySet().stream()
            .map(root -> URI.create("http://127.0.0.1:" + options.port() + "/" + root + "/"))
            .toList();
    return new Server(process, applications, internalPort, log);
  }

  /** What an installation decides for itself, so that the demo can pay: a name and accounts. */
  private static void demoHouse(Map<String, String> environment) {
    environment.putIfAbsent("MITRA_PAYER_NAME", "PT Tangguh Perkakas Nusantara");
    environment.putIfAbsent(
        "MITRA_PAYER_ACCOUNTS", "IDR:CENAIDJA:0105550001,USD:CENAIDJA:0105550002");
    // Nobody waits three days to see a demo pay; everybody else does.
    environment.putIfAbsent("MITRA_BANK_ACCOUNTS_HOLD_DAYS", "0");
  }

  Process process() {
    return process;
  }

  int internalPort() {
    return internalPort;
  }

  /**
   * Waits until every application says that it is ready, and tells how far the demo is meanwhile.
   */
  void awaitReady(Progress progress) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + internalPort + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    String told = "";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server stopped while starting. See " + log + ".");
      }
      try {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean both =
            response.body().contains("partner-portal") && response.body().contains("admin-console");
        if (response.statusCode() == 200 && both && allAnswer(client)) {
          if (response.body().contains("\"failed\":\"true\"")) {
            progress.step("The demo channel could not be loaded whole. See " + log + ".");
          }
          return;
        }
        Matcher percent = PERCENT.matcher(response.body());
        if (both && percent.find() && !percent.group(1).equals(told)) {
          told = percent.group(1);
          // Ten lines are enough to see that it goes on.
          progress.step("Loading the demo channel: " + told + "0%");
          deadline = System.nanoTime() + PATIENCE.toNanos();
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The server did not become ready in time. See " + log + ".");
  }

  /** An application is healthy a moment before its address leads to it. */
  private boolean allAnswer(HttpClient client) throws IOException, InterruptedException {
    for (URI application : applications) {
      HttpRequest request =
          HttpRequest.newBuilder(application).timeout(Duration.ofSeconds(30)).build();
      if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 404) {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws Options.Refused when something else listens on the port
   */
  static void refuseTakenPort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new Options.Refused(
          "Port " + port + " is in use. Stop what listens there, or choose another with --port.");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Lets requests in flight end; kills the server when it takes longer than half a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
