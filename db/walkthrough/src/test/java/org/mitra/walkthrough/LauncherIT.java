package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An installation as an operating system sees it. */
@ResourceLock(Launched.PROCESSES)
class LauncherIT {
  @Test
  void onlyTheApplicationsPortIsOpenToOthers() throws IOException {
    Assumptions.assumeThat(Path.of("/proc/net/tcp")).exists();
    Set<Integer> open = new TreeSet<>();
    for (ProcessHandle process : family(ProcessHandle.current())) {
      open.addAll(openToOthers(process));
    }
    assertThat(open).containsExactly(Installation.mitra().port());
  }

  @Test
  void healthAndMetricsAnswerOnLoopbackOnly() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    int inside = Installation.mitra().internalPort();
    assertThat(status(client, "http://127.0.0.1:" + inside + "/health/ready")).isEqualTo(200);
    for (String path : List.of("/health", "/health/ready", "/metrics", "/openapi")) {
      assertThat(status(client, Walk.root() + path)).as(path).isIn(403, 404);
    }
  }

  @Test
  void nothingSecretStandsInTheProcessList() {
    String password = Installation.mitra().database().password();
    List<String> lines =
        family(ProcessHandle.current()).stream()
            .map(process -> process.info().commandLine().orElse(""))
            .toList();
    assertThat(lines).noneMatch(line -> line.contains(password));
  }

  private static List<ProcessHandle> family(ProcessHandle process) {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    // Browsers of other tests are none of the installation's.
    family.removeIf(one -> one.info().command().orElse("").matches(".*(chrom|node).*"));
    return family;
  }

  /** Ports on which a process accepts connections from other machines. */
  private static Set<Integer> openToOthers(ProcessHandle process) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    Set<String> sockets;
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      sockets = files.map(LauncherIT::target).collect(Collectors.toSet());
    }
    Set<Integer> ports = new TreeSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(proc.resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        boolean listening = columns.length > 9 && columns[3].equals("0A");
        if (listening && sockets.contains("socket:[" + columns[9] + "]")) {
          String[] local = columns[1].split(":");
          boolean loopback =
              local[0].equals("0100007F")
                  || local[0].equals("00000000000000000000000001000000")
                  || local[0].equals("0000000000000000FFFF00000100007F");
          if (!loopback) {
            ports.add(Integer.parseInt(local[1], 16));
          }
        }
      }
    }
    return ports;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static int status(HttpClient client, String url) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
