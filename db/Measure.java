import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures a running demo on a file of invoice lines, over REST, as anyone could: import, program,
 * calculation run. {@code java db/Measure.java http://localhost:8080 <file.csv>}; the file is read
 * with docs/mappings/online-retail.json. Prints what docs/performance.md reports.
 */
public final class Measure {
  private static final String PASSWORD = "mitra-demo-2026";
  private static final String TERMS =
      """
      {"code": "MEASURE-%1$s", "terms": {"name": {"id": "Ukur", "en": "Measure"},
       "currency": "GBP", "zone": "Europe/London", "from": "2010-12-01", "until": "2011-09-01",
       "periodMonths": 3, "closingDay": 0, "payee": "BUYER", "scope": {"flows": ["SELL_IN"]},
       "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
       "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "MARGINAL",
         "starts": "REACHED", "tiers": [{"from": "0", "rate": "%2$s%%"}, {"from": "1000", "rate": "3%%"}]}}}
      """;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String root;

  private Measure(String root, String username) throws IOException, InterruptedException {
    this.root = root + "/admin";
    String page = send("GET", "/sign-in", "text/html", HttpRequest.BodyPublishers.noBody());
    String form =
        List.of(
                "signIn=signIn",
                "signIn:to=",
                "signIn:username=" + username,
                "signIn:password=" + PASSWORD,
                "signIn:enter=",
                "jakarta.faces.ViewState="
                    + find(page, "name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\""))
            .stream()
            .map(Measure::encoded)
            .collect(Collectors.joining("&"));
    send(
        "POST",
        "/sign-in",
        "application/x-www-form-urlencoded",
        HttpRequest.BodyPublishers.ofString(form));
  }

  private static String encoded(String field) {
    int equals = field.indexOf('=');
    return URLEncoder.encode(field.substring(0, equals), StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8);
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("expected " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private String send(String method, String path, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .method(method, body)
            .timeout(Duration.ofMinutes(10))
            .header("Content-Type", type)
            .header("X-Requested-With", "measure")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }

  private String get(String path) throws IOException, InterruptedException {
    return send("GET", "/api" + path, "application/json", HttpRequest.BodyPublishers.noBody());
  }

  private String post(String path, String json) throws IOException, InterruptedException {
    return send(
        "POST", "/api" + path, "application/json", HttpRequest.BodyPublishers.ofString(json));
  }

  /** Waits until what is there says so; answers with it. */
  private String wait(String path, String until) throws IOException, InterruptedException {
    while (true) {
      String answer = get(path);
      if (Pattern.compile("\"state\":\"(" + until + ")\"").matcher(answer).find()) {
        return answer;
      }
      if (answer.contains("\"state\":\"FAILED\"") || answer.contains("\"state\":\"REFUSED\"")) {
        throw new IllegalStateException(answer);
      }
      Thread.sleep(100);
    }
  }

  private static void tell(String what, long started, long lines) {
    BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - started, 9);
    BigDecimal rate = BigDecimal.valueOf(lines).divide(seconds, 0, RoundingMode.HALF_UP);
    System.out.println(
        what + ": " + seconds.setScale(1, RoundingMode.HALF_UP) + " s, " + rate + " lines/s");
  }

  private String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private void upload(Path file, long lines) throws IOException, InterruptedException {
    String name = "measure-" + UUID.randomUUID();
    String definition = Files.readString(Path.of("docs/mappings/online-retail.json"));
    post("/mappings", "{\"name\": " + quoted(name) + ", \"definition\": " + quoted(definition) + "}");
    String boundary = UUID.randomUUID().toString();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lines.csv\"\r\n"
                .formatted(boundary)
            + "Content-Type: text/csv\r\n\r\n";
    long started = System.nanoTime();
    String uploaded =
        send(
            "POST",
            "/api/feeds/imports?mapping=" + name,
            "multipart/form-data; boundary=" + boundary,
            HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofFile(file),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    String path = "/feeds/imports/" + find(uploaded, "\"summary\":\\{[^}]*\"uid\":\"([^\"]+)\"");
    wait(path, "PREVIEWED");
    tell("upload and preview", started, lines);
    started = System.nanoTime();
    post(path + "/commit", "{}");
    wait(path, "COMMITTED");
    tell("commit", started, lines);
  }

  private void publish(Measure approver, String rate) throws IOException, InterruptedException {
    String terms = TERMS.formatted(UUID.randomUUID().toString().substring(0, 8), rate);
    String draft = post("/programs", terms);
    String version = "/programs/versions/" + find(draft, "\"version\":\"([^\"]+)\"");
    // Two programs that pay for the same sales need a reason.
    post(version + "/submit", "{\"reason\": \"measured side by side\"}");
    String digest =
        find(get("/programs/" + find(draft, "\"program\":\"([^\"]+)\"")), "\"digest\":\"([^\"]+)\"");
    approver.post(version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}");
    post(version + "/publish", "{}");
  }

  private void run(String what) throws IOException, InterruptedException {
    long started = System.nanoTime();
    String asked = post("/runs", "{\"from\": \"2010-12-01\", \"until\": \"2011-09-01\"}");
    String run = wait("/runs/" + find(asked, "\"uid\":\"([^\"]+)\""), "DONE");
    long lines = Long.parseLong(find(run, "\"lines\":\"?([0-9]+)"));
    tell(
        "%s (%d lines, %s partners, %s postings)"
            .formatted(
                what,
                lines,
                find(run, "\"partners\":\"?([0-9]+)"),
                find(run, "\"postings\":\"?([0-9]+)")),
        started,
        lines);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Measure maya = new Measure(arguments[0], "maya");
    Measure rizal = new Measure(arguments[0], "rizal");
    Path file = Path.of(arguments[1]);
    long lines;
    try (var all = Files.lines(file)) {
      lines = all.count() - 1;
    }
    System.out.println(lines + " lines");
    maya.upload(file, lines);
    maya.publish(rizal, "1");
    maya.publish(rizal, "2");
    maya.run("first run, two tiered programs");
    maya.run("second run");
  }
}
