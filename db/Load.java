import java.io.IOException;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * People of the demo at work, many at a time: each signs in, then opens one page or list after the
 * other with some seconds of thought in between. Prints for each page and list how long the slowest
 * of half of its answers and of 99 in 100 took, in milliseconds.
 *
 * <pre>java db/Load.java http://localhost:8080 --users 100 --think 1 --seconds 120</pre>
 */
public final class Load {
  private static final String PASSWORD = "mitra-demo-2026";
  private static final List<String> PEOPLE =
      List.of(
          "/admin maya", "/partner budi", "/admin dewi", "/partner agus", "/admin rizal",
          "/partner sari", "/admin indra", "/partner budi", "/admin ratna", "/partner agus");
  private static final Pattern LINK =
      Pattern.compile("href=\"(?:/(?:admin|partner)/)?([a-z][a-z-]*)(\\?[^\"#]*)?\"");

  /** Nanoseconds of each answer, by what was asked. */
  private static final Map<String, List<Long>> TOOK = new ConcurrentSkipListMap<>();

  private static final List<String> WRONG = Collections.synchronizedList(new ArrayList<>());

  /** One person's browser. */
  private static final class Window {
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();
    private final String root;

    private Window(String root) {
      this.root = root;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
      return client.send(
          request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String address) {
      return HttpRequest.newBuilder(URI.create(root + address));
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
      return send(to(address));
    }

    void signIn(String application, String username) throws IOException, InterruptedException {
      Matcher state =
          Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"")
              .matcher(get(application + "/sign-in").body());
      state.find();
      String form =
          List.of(
                  "signIn", "signIn", "signIn:to", "", "signIn:username", username,
                  "signIn:password", PASSWORD, "signIn:enter", "",
                  "jakarta.faces.ViewState", state.group(1))
              .stream()
              .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
              .collect(Collectors.joining("\n"))
              .replaceAll("([^\n]*)\n([^\n]*)(\n|$)", "$1=$2&");
      timed(
          application + "/sign-in (POST)",
          to(application + "/sign-in")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    void timed(String what, HttpRequest.Builder request) throws InterruptedException {
      long started = System.nanoTime();
      try {
        HttpResponse<String> answer = send(request);
        TOOK.computeIfAbsent(what, none -> Collections.synchronizedList(new ArrayList<>()))
            .add(System.nanoTime() - started);
        if (answer.statusCode() != 200 || answer.uri().getPath().endsWith("/sign-in")) {
          WRONG.add(what + ": " + answer.statusCode());
        }
      } catch (IOException e) {
        WRONG.add(what + ": " + e);
      }
    }
  }

  private Load() {}

  public static void main(String[] arguments) throws Exception {
    String root = arguments[0];
    int users = option(arguments, "--users", 100);
    int think = option(arguments, "--think", 1);
    int seconds = option(arguments, "--seconds", 120);
    Map<String, List<String>> addresses = new TreeMap<>();
    for (String person : new TreeSet<>(PEOPLE)) {
      addresses.put(person, addresses(root, person));
    }
    // One after the other: ten who enter by one name at one moment look like guessing.
    List<Window> windows = new ArrayList<>();
    for (int number = 0; number < users; number++) {
      String person = PEOPLE.get(number % PEOPLE.size());
      Window window = new Window(root);
      window.signIn(person.substring(0, person.indexOf(' ')), person.substring(person.indexOf(' ') + 1));
      windows.add(window);
    }
    TOOK.clear();
    System.out.println(users + " people, " + think + " s of thought, " + seconds + " s");
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Thread> threads =
        IntStream.range(0, users)
            .mapToObj(number -> new Thread(() -> work(windows.get(number), number, addresses, think, end)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    report(seconds);
  }

  private static int option(String[] arguments, String name, int otherwise) {
    int at = List.of(arguments).indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
  }

  /** One page of each name that links lead to from the home page, and the lists over REST. */
  private static List<String> addresses(String root, String person)
      throws IOException, InterruptedException {
    String application = person.substring(0, person.indexOf(' '));
    Window window = new Window(root);
    window.signIn(application, person.substring(person.indexOf(' ') + 1));
    List<String> found = new ArrayList<>();
    Set<String> seen = new TreeSet<>(Set.of("home", "sign-in"));
    Deque<String> open = new ArrayDeque<>(List.of(application + "/home"));
    while (!open.isEmpty()) {
      String address = open.pop();
      HttpResponse<String> page = window.get(address);
      if (page.statusCode() == 200) {
        found.add(address);
      }
      Matcher link = LINK.matcher(page.body());
      while (link.find()) {
        if (seen.add(link.group(1))) {
          String query = link.group(2) == null ? "" : link.group(2).replace("&amp;", "&");
          open.add(application + "/" + link.group(1) + query);
        }
      }
    }
    Matcher list =
        Pattern.compile("\\| `GET (/[a-z/-]+)` \\|").matcher(Files.readString(Path.of("docs/access.md")));
    while (list.find()) {
      String address = application + "/api" + list.group(1);
      if (!found.contains(address) && window.get(address).statusCode() == 200) {
        found.add(address);
      }
    }
    return found;
  }

  private static void work(
      Window window, int number, Map<String, List<String>> addresses, int think, long end) {
    String person = PEOPLE.get(number % PEOPLE.size());
    Random random = new Random(number);
    try {
      Thread.sleep(random.nextInt(1000 * think + 1));
      List<String> known = addresses.get(person);
      while (System.nanoTime() < end) {
        String address = known.get(random.nextInt(known.size()));
        window.timed(address.replaceFirst("\\?.*", ""), window.to(address));
        // Between half of it and half as much again: nobody keeps time.
        Thread.sleep(500 * think + random.nextInt(1000 * think + 1));
      }
    } catch (InterruptedException e) {
      WRONG.add(person + ": " + e);
    }
  }

  private static void report(int seconds) {
    List<Long> all = new ArrayList<>();
    System.out.printf("%-46s %8s %8s %8s%n", "", "answers", "p50 ms", "p99 ms");
    TOOK.entrySet().stream()
        .sorted((a, b) -> Long.compare(share(b.getValue(), 50), share(a.getValue(), 50)))
        .forEach(
            entry -> {
              tell(entry.getKey(), entry.getValue());
              all.addAll(entry.getValue());
            });
    tell("all", all);
    System.out.println(all.size() / seconds + " answers a second, " + WRONG.size() + " wrong");
    new TreeSet<>(WRONG).stream().limit(20).forEach(System.out::println);
  }

  private static void tell(String what, List<Long> took) {
    System.out.printf("%-46s %8d %8d %8d%n", what, took.size(), share(took, 50), share(took, 99));
  }

  /** Milliseconds that so many of a hundred did not exceed. */
  private static long share(List<Long> took, int percent) {
    List<Long> sorted = new ArrayList<>(took);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / 1_000_000;
  }
}
