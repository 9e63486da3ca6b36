package org.mitra.db;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A database server in a folder, on a free loopback port, with an owner who migrates and an
 * application user who may not change the schema. Stops when closed; the data stays.
 */
public final class EmbeddedServer implements AutoCloseable {
  /** Name of the one schema. */
  public static final String SCHEMA = "mitra";

  private static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
          + "NO_ENGINE_SUBSTITUTION";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final FileChannel lockFile;
  private final Access owner;
  private final Access application;

  private EmbeddedServer(Process process, FileChannel lockFile, Access owner, Access application) {
    this.process = process;
    this.lockFile = lockFile;
    this.owner = owner;
    this.application = application;
  }

  /** The user who owns the schema: migrations only. */
  public Access owner() {
    return owner;
  }

  /** The user whom the application runs as. */
  public Access application() {
    return application;
  }

  /** The server's process, for tests that pull the plug. */
  public Process process() {
    return process;
  }

  /**
   * Starts the server, after creating its data folder if there is none.
   *
   * @param distribution which server
   * @param archive its archive from Maven Central
   * @param cache where unpacked servers are kept
   * @param folder the data folder; another server in the same folder is refused
   * @param extra further options of the server, such as {@code --innodb-flush-log-at-trx-commit=0}
   * @throws IllegalStateException with a sentence for the person who started it
   */
  public static EmbeddedServer start(
      Distribution distribution, Path archive, Path cache, Path folder, String... extra) {
    FileChannel lock = null;
    try {
      Files.createDirectories(folder);
      lock = lock(folder);
      Path home = distribution.unpack(archive, cache);
      Path libraries = NativeLibraries.complete(distribution, home, cache);
      Path data = folder.resolve("data");
      Properties secrets = secrets(folder);
      Program program =
          new Program(distribution, home, libraries, data, folder.resolve("server.log"));
      if (!Files.isDirectory(data.resolve("mysql"))) {
        Distribution.deleteTree(data);
        Files.createDirectories(data);
        program.createData();
      }
      int port = freePort();
      Access owner = Access.local(port, SCHEMA, "mitra_owner", secrets.getProperty("owner"));
      Access application = Access.local(port, SCHEMA, "mitra", secrets.getProperty("application"));
      Path users = folder.resolve("users.sql");
      Files.writeString(
          users, users(distribution, owner, application, secrets.getProperty("root")));
      Process process = program.serve(port, users, List.of(extra));
      EmbeddedServer server = new EmbeddedServer(process, lock, owner, application);
      try {
        server.awaitReady(program.log);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
      return server;
    } catch (IOException e) {
      release(lock);
      throw new UncheckedIOException("could not start the database in " + folder, e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      // Held by this very process: answered like any other holder.
    }
    if (lock == null) {
      channel.close();
      throw new IllegalStateException(
          "The data folder "
              + folder
              + " is in use. Is Mitra already running? Stop it, or use another folder.");
    }
    return channel;
  }

  private static void release(FileChannel lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties secrets(Path folder) throws IOException {
    Path file = folder.resolve("secrets.properties");
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        secrets.load(reader);
      }
      return secrets;
    }
    SecureRandom random = new SecureRandom();
    for (String name : List.of("root", "owner", "application")) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      secrets.setProperty(name, HexFormat.of().formatHex(bytes));
    }
    try (var writer = Files.newBufferedWriter(file)) {
      secrets.store(writer, "Passwords of the embedded database");
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
    return secrets;
  }

  /** Statements that run at every start; each fits on one line, as MySQL wants them. */
  private static String users(
      Distribution distribution, Access owner, Access application, String rootPassword) {
    List<String> sql = new ArrayList<>();
    if (distribution == Distribution.MARIADB) {
      sql.add("DELETE FROM mysql.global_priv WHERE User = ''");
      sql.add("FLUSH PRIVILEGES");
    }
    sql.add("ALTER USER 'root'@'localhost' IDENTIFIED BY '" + rootPassword + "'");
    sql.add(
        "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    for (Access access : List.of(owner, application)) {
      String user = "'" + access.user() + "'@'127.0.0.1'";
      sql.add("CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY '" + access.password() + "'");
    }
    sql.add(
        "GRANT ALL ON " + SCHEMA + ".* TO '" + owner.user() + "'@'127.0.0.1' WITH GRANT OPTION");
    return String.join(";\n", sql) + ";\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(Path log) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The database stopped while starting. Its last words in " + log + ":\n" + tail(log));
      }
      try (Connection connection =
          DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        sleep();
      }
    }
    throw new IllegalStateException(
        "The database did not answer within " + PATIENCE.toSeconds() + " s. See " + log + ".");
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database was starting", e);
    }
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  /** Stops the server cleanly; one that does not stop within half a minute is killed. */
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
    release(lockFile);
  }

  /** The server program and the options that every call of it needs. */
  private record Program(
      Distribution distribution, Path home, Path libraries, Path data, Path log) {

    private List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(distribution.program(home).toString());
      command.add("--no-defaults");
      command.add("--basedir=" + home);
      command.add("--datadir=" + data);
      command.add("--lc-messages-dir=" + home.resolve("share"));
      if ("root".equals(System.getProperty("user.name"))) {
        command.add("--user=root");
      }
      return command;
    }

    private Process start(List<String> command, ProcessBuilder.Redirect input) throws IOException {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.redirectInput(input);
      builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
      // Servers that share a folder for temporary tables can take each other's names.
      Path temporary = Files.createDirectories(data.resolveSibling("tmp"));
      builder.environment().put("TMPDIR", temporary.toString());
      return builder.start();
    }

    void createData() throws IOException {
      List<String> command = command();
      Process process;
      if (distribution == Distribution.MYSQL) {
        command.add("--initialize-insecure");
        command.add("--innodb-redo-log-capacity=33554432");
        process = start(command, ProcessBuilder.Redirect.PIPE);
        process.getOutputStream().close();
      } else {
        command.add("--bootstrap");
        command.add("--innodb-log-file-size=33554432");
        command.add("--loose-skip-ssl");
        process = start(command, ProcessBuilder.Redirect.PIPE);
        try (OutputStream out = process.getOutputStream()) {
          out.write(
              "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
                  .getBytes(StandardCharsets.UTF_8));
          for (String script :
              List.of(
                  "mariadb_system_tables.sql",
                  "mariadb_performance_tables.sql",
                  "mariadb_system_tables_data.sql")) {
            Files.copy(home.resolve("share").resolve(script), out);
            out.write('\n');
          }
        }
      }
      try {
        if (process.waitFor() != 0) {
          throw new IllegalStateException(
              "The database could not create its files. Its last words in "
                  + log
                  + ":\n"
                  + tail(log));
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while creating the database", e);
      }
    }

    Process serve(int port, Path users, List<String> extra) throws IOException {
      List<String> command = command();
      command.add("--port=" + port);
      command.add("--bind-address=127.0.0.1");
      command.add("--skip-name-resolve");
      command.add(
          "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "mitra-" + port + ".sock"));
      command.add("--pid-file=" + data.resolve("server.pid"));
      command.add("--init-file=" + users);
      command.add("--character-set-server=utf8mb4");
      command.add("--collation-server=utf8mb4_bin");
      command.add("--default-time-zone=+00:00");
      command.add("--sql-mode=" + SQL_MODE);
      command.add("--transaction-isolation=READ-COMMITTED");
      command.add("--local-infile=1");
      command.add("--skip-log-bin");
      command.add("--max-allowed-packet=64M");
      command.add("--innodb-buffer-pool-size=256M");
      command.add("--performance-schema=OFF");
      command.add("--loose-mysqlx=OFF");
      command.add(
          distribution == Distribution.MYSQL
              ? "--innodb-redo-log-capacity=134217728"
              : "--innodb-log-file-size=134217728");
      if (distribution == Distribution.MARIADB) {
        // A certificate made anew at every start costs seconds, and nobody listens in on loopback.
        command.add("--skip-ssl");
      }
      command.addAll(extra);
      Process process = start(command, ProcessBuilder.Redirect.PIPE);
      process.getOutputStream().close();
      return process;
    }
  }
}
