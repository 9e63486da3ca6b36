package org.mitra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitra.db.Distribution;

/**
 * Whoever starts Mitra in a wrong way gets a sentence that says what to do, and nothing started.
 */
class OptionsTest {
  private static final Map<String, String> EXTERNAL =
      Map.of(
          "DB_URL", "jdbc:mysql://db.example:3306/mitra",
          "DB_USER", "mitra",
          "DB_PASSWORD", "secret");

  @TempDir private Path folder;

  @Test
  void nothingAskedForIsTheDemoOnTheEmbeddedDatabase() {
    Options options = parse(Map.of());
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.demo()).isTrue();
    assertThat(options.fresh()).isFalse();
    assertThat(options.distribution()).isEqualTo(Distribution.MARIADB);
    assertThat(options.application()).isEmpty();
    assertThat(options.folder()).isAbsolute();
  }

  @Test
  void whatIsAskedForIsTaken() {
    Options options =
        parse(Map.of(), "--port", "9000", "--fresh", "--no-demo", "--mysql", "--data", "x/../y");
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.fresh()).isTrue();
    assertThat(options.demo()).isFalse();
    assertThat(options.distribution()).isEqualTo(Distribution.MYSQL);
    assertThat(options.folder()).endsWithRaw(Path.of("y"));
  }

  @Test
  void wrongOptionsAreTold() {
    refused(Map.of(), "--prot", "1")
        .hasMessageContaining("--prot")
        .hasMessageContaining("--port N");
    refused(Map.of(), "--port").hasMessageContaining("needs a value");
    for (String port : new String[] {"http", "0", "65536", "-1", "8080x", "1e3"}) {
      refused(Map.of(), "--port", port)
          .hasMessageContaining("1 to 65535")
          .hasMessageContaining(port);
    }
  }

  @Test
  void anExistingDatabaseIsNamedByTheEnvironment() {
    Options options = parse(EXTERNAL);
    assertThat(options.application().orElseThrow().user()).isEqualTo("mitra");
    assertThat(options.owner()).as("nobody else named").isEqualTo(options.application());
    assertThat(options.application().orElseThrow().url())
        .startsWith("jdbc:mysql://db.example:3306/mitra?")
        .contains("fallbackToSystemKeyStore=false");
  }

  @Test
  void whoeverMayChangeTheSchemaIsAnotherUserIfNamed() {
    Map<String, String> environment = new java.util.HashMap<>(EXTERNAL);
    environment.put("DB_OWNER_USER", "owner");
    environment.put("DB_OWNER_PASSWORD", "other");
    Options options = parse(environment);
    assertThat(options.owner().orElseThrow().user()).isEqualTo("owner");
    assertThat(options.application().orElseThrow().user()).isEqualTo("mitra");
  }

  @Test
  void onesOwnConnectionOptionsWin() {
    Map<String, String> environment = new java.util.HashMap<>(EXTERNAL);
    environment.put(
        "DB_URL", "jdbc:mysql://db.example/mitra?rewriteBatchedStatements=false&sslMode=REQUIRED");
    String url = parse(environment).application().orElseThrow().url();
    assertThat(url)
        .contains("rewriteBatchedStatements=false")
        .doesNotContain("rewriteBatchedStatements=true")
        .contains("sslMode=REQUIRED")
        .containsOnlyOnce("?");
  }

  @Test
  void wrongEnvironmentIsTold() {
    refused(Map.of("DB_URL", "postgres://db/mitra"))
        .hasMessageContaining("postgres://db/mitra")
        .hasMessageContaining("jdbc:mysql://");
    refused(Map.of("DB_URL", "jdbc:mysql://db/mitra")).hasMessageContaining("DB_USER is not");
    refused(Map.of("DB_URL", "jdbc:mysql://db/mitra", "DB_USER", "  "))
        .hasMessageContaining("DB_USER");
    refused(EXTERNAL, "--fresh")
        .hasMessageContaining("--fresh works with the embedded database only");
  }

  @Test
  void aFirstAdministratorThatCouldNotSignInIsTold() {
    refused(Map.of("MITRA_ADMIN_USER", "boss")).hasMessageContaining("both MITRA_ADMIN_USER");
    refused(Map.of("MITRA_ADMIN_PASSWORD", "long enough 2026")).hasMessageContaining("both");
    refused(administrator("a b", "long enough 2026")).hasMessageContaining("MITRA_ADMIN_USER has");
    for (String weak :
        new String[] {"elevenchars", "aaaabbbbaaaabbbb", "my-Boss-password", "x".repeat(129)}) {
      refused(administrator("boss", weak))
          .hasMessageContaining("MITRA_ADMIN_PASSWORD has to")
          .hasMessageNotContaining(weak);
    }
    assertThat(parse(administrator("Boss", "long enough 2026")).demo()).isTrue();
  }

  private static Map<String, String> administrator(String user, String password) {
    return Map.of("MITRA_ADMIN_USER", user, "MITRA_ADMIN_PASSWORD", password);
  }

  @Test
  void noSentenceTellsThePassword() {
    refused(EXTERNAL, "--fresh").hasMessageNotContaining("secret");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsTold() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Map<String, String> environment =
        Map.of(
            "DB_URL", "jdbc:mysql://127.0.0.1:" + port + "/mitra?connectTimeout=2000",
            "DB_USER", "mitra",
            "DB_PASSWORD", "secret");
    Options options = parse(environment, "--data", folder.toString());
    assertThatThrownBy(() -> Database.open(options, folder.resolve("none.jar"), step -> {}))
        .isInstanceOf(Options.Refused.class)
        .hasMessageContaining("No database answers at jdbc:mysql://127.0.0.1:" + port + "/mitra")
        .hasMessageContaining("Unset DB_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThatThrownBy(() -> Server.refuseTakenPort(socket.getLocalPort()))
          .isInstanceOf(Options.Refused.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is in use")
          .hasMessageContaining("--port");
    }
  }

  private static Options parse(Map<String, String> environment, String... arguments) {
    return Options.parse(arguments, environment);
  }

  private static AbstractThrowableAssert<?, ?> refused(
      Map<String, String> environment, String... arguments) {
    return assertThatThrownBy(() -> parse(environment, arguments))
        .isInstanceOf(Options.Refused.class);
  }
}
