package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.mitra.db.Access;
import org.mitra.walkthrough.Api.Answer;

/**
 * What a page and a list ask of the database: a handful of statements, and no more for two hundred
 * rows than for one.
 */
@Isolated("counts whatever the database is asked")
class StatementsIT {
  /** For a page that is not named below, with who asks for it. */
  private static final int FEW = 20;

  /** Pages that show more than most, and what they may ask. */
  private static final Map<String, Integer> MORE = Map.of("/admin/home", 25);

  private static final int TRIES = 6;
  private static final Pattern LINK =
      Pattern.compile("href=\"(?:/(?:admin|partner)/)?([a-z][a-z-]*)(\\?[^\"#]*)?\"");
  private static final Pattern LIST = Pattern.compile("\\| `GET (/[a-z/-]+)` \\|.*");

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    Access access = Installation.mitra().database();
    connection = DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void everyPageAsksLittle() throws SQLException {
    Map<String, Long> much = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    for (String username : List.of("maya", "dewi", "admin", "ratna", "indra")) {
      seen.addAll(crawl("/admin", username, much));
    }
    for (String username : List.of("budi", "agus")) {
      seen.addAll(crawl("/partner", username, much));
    }
    assertThat(much).as("statements of pages that ask too much").isEmpty();
    assertThat(seen)
        .contains("/admin/program", "/admin/sale", "/admin/accrual", "/admin/payout")
        .contains("/partner/claim", "/partner/statement", "/partner/fund-activity")
        .containsAll(MORE.keySet());
  }

  /** One page of each name that links lead to. */
  private Set<String> crawl(String application, String username, Map<String, Long> much)
      throws SQLException {
    Api api = Api.as(application, username);
    Set<String> seen = new TreeSet<>(Set.of(application + "/home", application + "/sign-in"));
    Deque<String> addresses = new ArrayDeque<>(List.of("/home"));
    while (!addresses.isEmpty()) {
      String address = addresses.pop();
      String page = application + address.replaceFirst("\\?.*", "");
      int budget = MORE.getOrDefault(page, FEW);
      long asked = statements(api, address, budget);
      if (asked > budget) {
        much.put(username + " " + application + address, asked);
      }
      Matcher link = LINK.matcher(api.send("GET", address, null).is(200).body());
      while (link.find()) {
        if (seen.add(application + "/" + link.group(1))) {
          String query = link.group(2) == null ? "" : link.group(2).replace("&amp;", "&");
          addresses.add("/" + link.group(1) + query);
        }
      }
    }
    return seen;
  }

  @Test
  void aLongListAsksNoMoreThanAShortOne() throws IOException, SQLException {
    Map<String, String> more = new TreeMap<>();
    Set<String> longLists = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../../docs/access.md"))) {
      Matcher list = LIST.matcher(line);
      if (list.matches()) {
        compare("/admin", List.of("maya", "dewi", "admin"), list.group(1), more, longLists);
        compare("/partner", List.of("budi"), list.group(1), more, longLists);
      }
    }
    assertThat(more).as("lists that ask more for more rows").isEmpty();
    assertThat(longLists).contains("/admin/sales", "/admin/accruals", "/admin/payables");
  }

  private void compare(
      String application,
      List<String> people,
      String path,
      Map<String, String> more,
      Set<String> longLists)
      throws SQLException {
    for (String username : people) {
      Api api = Api.as(application, username);
      Answer whole = api.get(path + "?size=200");
      boolean isList = whole.status() == 200 && whole.body().contains("\"rows\":");
      if (!isList) {
        continue;
      }
      JsonArray rows = whole.json().getJsonArray("rows");
      if (rows.size() > 25) {
        longLists.add(application + path);
      }
      long one = statements(api, "/api" + path + "?size=1", FEW);
      long all = statements(api, "/api" + path + "?size=200", one);
      if (all > one) {
        more.put(application + path, one + " for one row, " + all + " for " + rows.size());
      }
      return;
    }
  }

  /**
   * How many statements an answer takes: the fewest of some tries, since the server's timers ask
   * now and then as well.
   *
   * @param enough no more tries when it is as few
   */
  private long statements(Api api, String path, long enough) throws SQLException {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && fewest > enough; i++) {
      long before = asked();
      api.send("GET", path, null).is(200);
      fewest = Math.min(fewest, asked() - before);
    }
    return fewest;
  }

  /** Since the database started. */
  private long asked() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet counted =
            statement.executeQuery(
                "SHOW GLOBAL STATUS WHERE Variable_name IN"
                    + " ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')")) {
      long sum = 0;
      while (counted.next()) {
        sum += counted.getLong("Value");
      }
      return sum;
    }
  }
}
