package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mitra.db.Access;
import org.mitra.walkthrough.Api.Answer;

/**
 * A stranger among the partners, who owns nothing, tries every call and page of the portal with the
 * ids of everything that others own: nothing of it exists for him. Calls are read from the API's
 * description, pages from the application, ids from the database: what is new is tried without a
 * line here.
 */
class IsolationIT {
  /** Things that are there for every partner. */
  private static final Set<String> FOR_ALL =
      Set.of("product", "program", "program_version", "feed_mapping", "withholding_rate");

  /** Ids of each kind that are tried. */
  private static final int EXAMPLES = 3;

  /** Values of path parameters that are no ids. */
  private static final Map<String, List<String>> OTHER_PARAMETERS =
      Map.of(
          "format", List.of("csv", "xlsx", "pdf"), "language", List.of("id"), "code", List.of("X"));

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");

  private static final Map<String, List<String>> IDS = new TreeMap<>();
  private static final Set<String> OTHERS = new TreeSet<>();
  private static Api stranger;
  private static JsonObject paths;

  @BeforeAll
  static void prepare() throws SQLException {
    String own = People.dealer();
    stranger = People.session("PARTNER_OWNER", own);
    paths = stranger.get("/openapi").is(200).json().getJsonObject("paths");
    Access access = Installation.mitra().database();
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String table :
          column(
              statement,
              "SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'uid'")) {
        if (!FOR_ALL.contains(table)) {
          IDS.put(
              table,
              column(
                      statement,
                      "SELECT HEX(uid) FROM "
                          + table
                          + whose(table, own)
                          + " ORDER BY id DESC LIMIT "
                          + EXAMPLES)
                  .stream()
                  .map(IsolationIT::uuid)
                  .toList());
        }
      }
      OTHERS.addAll(column(statement, "SELECT code FROM partner WHERE code <> '" + own + "'"));
      OTHERS.addAll(column(statement, "SELECT name FROM partner WHERE code <> '" + own + "'"));
      OTHERS.removeIf(name -> name.length() < 6);
      // Where a program or product that all may see has a partner's code, the code tells nothing.
      column(statement, "SELECT code FROM program UNION SELECT code FROM product")
          .forEach(OTHERS::remove);
    }
    assertThat(IDS.get("partner")).isNotEmpty();
  }

  /** What he owns himself: his partner, his account. */
  private static String whose(String table, String own) {
    return switch (table) {
      case "partner" -> " WHERE code <> '" + own + "'";
      case "user_account" -> " WHERE username LIKE '%a%' AND partner_id IS NULL";
      default -> "";
    };
  }

  private static String uuid(String hex) {
    ByteBuffer bytes = ByteBuffer.wrap(java.util.HexFormat.of().parseHex(hex));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private static List<String> column(Statement statement, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void nothingOfOthersIsThereForHimOverRest() {
    List<String> leaks = new ArrayList<>();
    paths.forEach(
        (path, methods) ->
            methods
                .asJsonObject()
                .keySet()
                .forEach(method -> tryCall(method.toUpperCase(Locale.ROOT), path, leaks)));
    assertThat(leaks).isEmpty();
  }

  private static void tryCall(String method, String template, List<String> leaks) {
    for (String path : filled(template)) {
      boolean hasId = !path.equals(template);
      if (!hasId && !method.equals("GET")) {
        continue;
      }
      Answer answer =
          method.equals("GET")
              ? stranger.get(path)
              : method.equals("DELETE")
                  ? stranger.delete(path)
                  : stranger.send(
                      method,
                      "/api" + path,
                      "{}",
                      "Content-Type",
                      "application/json",
                      "Idempotency-Key",
                      UUID.randomUUID().toString());
      String call = method + " " + path + " -> " + answer.status() + " " + answer.code();
      if (hasId && !isNothing(method, answer)) {
        leaks.add(call);
      }
      tells(answer.body()).forEach(other -> leaks.add(call + " mentions " + other));
    }
  }

  /**
   * As if it were not there; a body that does not fit may be told before anything is looked for.
   */
  private static boolean isNothing(String method, Answer answer) {
    boolean notThere = answer.status() == 404 && answer.code().equals("not-found");
    boolean notRead =
        !method.equals("GET")
            && Set.of(400, 415).contains(answer.status())
            && answer.code().matches("(request|field|idempotency|[a-z-]+)\\..*");
    return notThere || notRead || answer.status() == 403;
  }

  /** The path with every id of everybody else, one after the other. */
  private static Collection<String> filled(String template) {
    Collection<String> filled = List.of(template);
    Matcher parameter = PARAMETER.matcher(template);
    while (parameter.find()) {
      String name = parameter.group(1);
      List<String> values =
          OTHER_PARAMETERS.containsKey(name) ? OTHER_PARAMETERS.get(name) : allIds();
      Set<String> next = new TreeSet<>();
      for (String path : filled) {
        values.forEach(value -> next.add(path.replace("{" + name + "}", value)));
      }
      filled = next;
    }
    return filled;
  }

  private static List<String> allIds() {
    return IDS.values().stream().flatMap(List::stream).toList();
  }

  private static List<String> tells(String body) {
    return OTHERS.stream().filter(body::contains).toList();
  }

  @Test
  void nothingOfOthersIsThereForHimOnPages() throws IOException {
    List<String> leaks = new ArrayList<>();
    Map<String, String> pages = pages();
    assertThat(pages).containsKeys("/home", "/accrual");
    pages.forEach(
        (page, source) -> {
          Answer plain = stranger.send("GET", page, null);
          tells(plain.body()).forEach(other -> leaks.add(page + " mentions " + other));
          Matcher parameter = VIEW_PARAMETER.matcher(source);
          while (parameter.find()) {
            for (String id : allIds()) {
              Answer answer =
                  stranger.send("GET", page + "?" + parameter.group(1) + "=" + id, null);
              String call = page + "?" + parameter.group(1) + "=" + id + " -> " + answer.status();
              if (parameter.group(1).equals("id") && answer.status() != 404) {
                leaks.add(call);
              }
              tells(answer.body()).forEach(other -> leaks.add(call + " mentions " + other));
            }
          }
        });
    assertThat(leaks).isEmpty();
  }

  /** Pages of the portal by their path, those that it shares with the console among them. */
  private static Map<String, String> pages() throws IOException {
    Properties files = new Properties();
    try (InputStream in = IsolationIT.class.getResourceAsStream("/launcher.properties")) {
      files.load(in);
    }
    Map<String, String> pages = new LinkedHashMap<>();
    try (InputStream war = Files.newInputStream(Path.of(files.getProperty("partner-portal")))) {
      read(war, "", pages);
    }
    return pages;
  }

  private static void read(InputStream archive, String folder, Map<String, String> pages)
      throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.matches("WEB-INF/lib/mitra-web.*\\.jar")) {
        read(new ByteArrayInputStream(zip.readAllBytes()), "META-INF/resources/", pages);
      } else if (name.matches(Pattern.quote(folder) + "[\\w-]+\\.xhtml")) {
        String page = "/" + name.substring(folder.length()).replace(".xhtml", "");
        pages.put(page, new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void theConsoleIsNotThereForHimAtAll() {
    Api there =
        Api.signIn("/admin", People.account("PARTNER_OWNER", People.dealer()), Walk.PASSWORD);
    for (String path : List.of("/home", "/users", "/audit", "/partners", "/api/partners")) {
      Answer answer = there.send("GET", path, null);
      assertThat(answer.status()).as(path).isIn(302, 401, 403, 404);
    }
  }
}
