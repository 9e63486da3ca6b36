package org.mitra.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.mitra.launcher.Mitra;
import org.mitra.launcher.Options;

/**
 * Measures calculation runs on a channel of any size, and checks all amounts:
 *
 * <pre>java db/Run.java bench --lines 1000000 --partners 5000</pre>
 *
 * Ends with status 1 when an amount is wrong: a fast wrong answer is none.
 */
public final class Bench {
  private static final long PATIENCE = 3_600_000_000_000L;

  private final Connection connection;
  private final BenchChannel channel;
  private final ProcessHandle server;

  private Bench(Connection connection, BenchChannel channel, ProcessHandle server) {
    this.server = server;
    this.connection = connection;
    this.channel = channel;
  }

  public static void main(String[] arguments) throws SQLException, InterruptedException {
    Map<String, String> asked = new java.util.HashMap<>();
    asked.put("--lines", "1000000");
    asked.put("--partners", "5000");
    asked.put("--port", "8110");
    asked.put("--data", ".mitra/bench");
    asked.put("--runs", "3");
    asked.put("--fill", "yes");
    asked.put("--check", "yes");
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (asked.put(arguments[i], arguments[i + 1]) == null) {
        throw new IllegalArgumentException("one of " + asked.keySet() + ", not " + arguments[i]);
      }
    }
    boolean fill = asked.get("--fill").equals("yes");
    Options options =
        Mitra.options(
            "--no-demo",
            "--port",
            asked.get("--port"),
            "--data",
            Path.of(asked.get("--data")).toString(),
            fill ? "--fresh" : "--no-demo");
    BenchChannel channel =
        new BenchChannel(
            Integer.parseInt(asked.get("--partners")), Long.parseLong(asked.get("--lines")));
    boolean right = true;
    try (Mitra mitra = Mitra.start(options, step -> say(step));
        Connection connection =
            DriverManager.getConnection(
                mitra.database().url() + "&allowLoadLocalInfile=true",
                mitra.database().user(),
                mitra.database().password())) {
      Bench bench = new Bench(connection, channel, mitra.serverProcess().toHandle());
      if (fill) {
        bench.fill();
      }
      for (int run = 1; run <= Integer.parseInt(asked.get("--runs")); run++) {
        bench.run(run);
        right &= run > 1 || asked.get("--check").equals("no") || bench.check();
      }
    }
    System.exit(right ? 0 : 1);
  }

  private static void say(String text) {
    System.out.println(text);
  }

  private void fill() throws SQLException {
    long started = System.nanoTime();
    new BenchFill(connection, channel).fill();
    tell("filled " + channel.lines() + " lines", System.nanoTime() - started, channel.lines());
  }

  private static void tell(String what, long nanos, long lines) {
    BigDecimal seconds = BigDecimal.valueOf(nanos, 9).max(BigDecimal.valueOf(1, 3));
    BigDecimal rate = BigDecimal.valueOf(lines).divide(seconds, 0, RoundingMode.HALF_UP);
    say(what + ": " + seconds.setScale(1, RoundingMode.HALF_UP) + " s, " + rate + " lines/s");
  }

  /** Asks for a run over the second year and waits for it. */
  private void run(int number) throws SQLException, InterruptedException {
    String key = "bench " + number + " " + System.currentTimeMillis();
    update(
        "INSERT INTO job (uid, kind, subject, argument, unique_key, state, done, total, message,"
            + " requested_by, requested_at, lease_holder, lease_until, attempts) VALUES"
            + " (UNHEX(REPLACE(UUID(), '-', '')), 'calculation', 'bench', '{}', '"
            + key
            + "', 'STAGED', 0, 0, '', 'bench', UTC_TIMESTAMP(6), '', UTC_TIMESTAMP(6), 0)");
    update(
        "INSERT INTO calculation_run (uid, job_id, from_day, until_day, requested_by, requested_at,"
            + " lines_seen, accruals, postings) SELECT uid, id, '2025-01-01', '2026-01-01', 'bench',"
            + " UTC_TIMESTAMP(6), 0, 0, 0 FROM job WHERE unique_key = '"
            + key
            + "'");
    Duration before = used(server);
    Duration databaseBefore = used(database());
    update("UPDATE job SET state = 'QUEUED' WHERE unique_key = '" + key + "'");
    long read = await(key);
    String job =
        " FROM calculation_run r JOIN job j ON j.id = r.job_id WHERE j.unique_key = '" + key + "'";
    long nanos =
        Long.parseLong(text("SELECT TIMESTAMPDIFF(MICROSECOND, j.started_at, j.finished_at)" + job))
            * 1_000;
    long lines = Long.parseLong(text("SELECT r.lines_seen" + job));
    tell(
        "run %s: %s lines, %s partners, %s postings"
            .formatted(
                Integer.toString(number),
                Long.toString(lines),
                text("SELECT r.accruals" + job),
                text(
                    "SELECT COUNT(*) FROM true_up u JOIN calculation_run r ON r.id = u.run_id JOIN job j"
                        + " ON j.id = r.job_id WHERE j.unique_key = '"
                        + key
                        + "'")),
        nanos,
        lines);
    say(
        "  read in %s s; processor time: server %s s, database %s s"
            .formatted(
                Long.toString(read / 1_000_000_000),
                Long.toString(used(server).minus(before).toSeconds()),
                Long.toString(used(database()).minus(databaseBefore).toSeconds())));
  }

  /** Waits until the run is done; answers with the time after which all lines were read. */
  private long await(String key) throws SQLException, InterruptedException {
    long started = System.nanoTime();
    long read = 0;
    String state = "QUEUED";
    while (!state.equals("DONE")) {
      Thread.sleep(100);
      String answer =
          text(
              "SELECT CONCAT(j.state, ' ', r.lines_seen) FROM job j JOIN calculation_run r"
                  + " ON r.job_id = j.id WHERE j.unique_key = '"
                  + key
                  + "'");
      state = answer.split(" ")[0];
      read = read == 0 && !answer.endsWith(" 0") ? System.nanoTime() - started : read;
      if (state.equals("FAILED") || System.nanoTime() - started > PATIENCE) {
        throw new IllegalStateException("the run did not end; see server.log");
      }
    }
    return read;
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static ProcessHandle database() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").matches(".*(mariadbd|mysqld)(.exe)?"))
        .findFirst()
        .orElseThrow();
  }

  /** Compares every amount with what SQL makes of the same lines. */
  private boolean check() throws SQLException {
    boolean right = true;
    long started = System.nanoTime();
    for (BenchPrograms.Program program : BenchPrograms.all()) {
      String own =
          "SELECT a.partner_id, a.period_start, a.entitled FROM accrual a JOIN program p"
              + " ON p.id = a.program_id WHERE p.code = '"
              + program.code()
              + "'";
      String key =
          switch (program.each()) {
            case PARTNER_PERIOD -> "partner_id, period_start";
            case PARTNER -> "partner_id, 0";
            case PROGRAM -> "0, period_start";
          };
      String both =
          "SELECT "
              + key.replaceFirst("(\\w+), (\\w+)", "$1 AS k1, $2 AS k2")
              + ", SUM(expected) AS expected, SUM(found) AS found FROM ("
              + "SELECT partner_id, period_start, entitled AS expected, 0 AS found FROM ("
              + program.expected()
              + ") e UNION ALL SELECT partner_id, period_start, 0, entitled FROM ("
              + own
              + ") f) amounts GROUP BY 1, 2";
      String result =
          text(
              "SELECT CONCAT_WS(' ', COUNT(*), COALESCE(SUM(CASE WHEN expected <> found THEN 1 ELSE 0 END), 0), COALESCE(SUM(expected), 0),"
                  + " COALESCE(SUM(found), 0)) FROM ("
                  + both
                  + ") compared");
      String[] parts = result.split(" ");
      boolean same = parts[1].equals("0") && !parts[0].equals("0");
      right &= same;
      say(
          "  %-16s %s amounts, %s%s"
              .formatted(
                  program.code(),
                  parts[0],
                  plain(parts[3]),
                  same ? "" : " WRONG in " + parts[1] + ", expected " + plain(parts[2])));
      if (!same) {
        say(
            "    such as "
                + text(
                    "SELECT CONCAT_WS(' ', k1, k2, expected, found) FROM ("
                        + both
                        + ") compared WHERE expected <> found LIMIT 1"));
      }
    }
    String books =
        text(
            "SELECT COALESCE(SUM(l.amount), 0) + (SELECT SUM(entitled) FROM accrual) FROM journal_line l WHERE l.account = 'accrued-incentives'");
    boolean posted = new BigDecimal(books).signum() == 0;
    say("  books " + (posted ? "hold all of it" : "differ by " + books));
    tell("check by SQL", System.nanoTime() - started, channel.lines());
    return right && posted;
  }

  private static String plain(String amount) {
    return new BigDecimal(amount).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private void update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : "";
    }
  }
}
