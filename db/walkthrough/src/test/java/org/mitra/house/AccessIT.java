package org.mitra.house;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may open and call what, as docs/access.md declares it: a new page or call that nobody has
 * looked at fails here. {@code AccessWalkIT} then tries it all.
 */
class AccessIT {
  private static final List<String> STAFF =
      List.of("CHANNEL_MANAGER", "FINANCE", "EXECUTIVE", "AUDITOR", "ADMINISTRATOR");
  private static final List<String> PARTNER = List.of("PARTNER_OWNER", "PARTNER_USER");

  @Test
  void everyPageAndCallIsDeclared() throws Exception {
    StringBuilder document =
        new StringBuilder(
            """
            # Who may open and call what

            Pages and calls with the roles that may use them; the core checks again what the table cannot say, such as four eyes or whose data it
            is. Tests compare this page with the code, and try every line of it with every role. Made by a test; review its changes.
            """);
    add(document, "Partner portal", "partner-portal", "org.mitra.partner.PartnerRoutes", PARTNER);
    add(document, "Admin console", "admin-console", "org.mitra.admin.AdminRoutes", STAFF);
    DocumentsIT.isAsWritten("docs/access.md", document.toString());
  }

  private static void add(
      StringBuilder document, String title, String module, String routes, List<String> roles)
      throws Exception {
    table(document, title + ": pages", "page", pages(routes), roles);
    table(document, title + ": calls", "call", calls(module), roles);
  }

  private static void table(
      StringBuilder document,
      String title,
      String what,
      Map<String, Set<String>> lines,
      List<String> roles) {
    String names =
        roles.stream()
            .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(" | "));
    document.append("\n## %s\n\n| %s | %s |\n|---|".formatted(title, what, names));
    document.append(":-:|".repeat(roles.size())).append('\n');
    lines.forEach(
        (line, allowed) ->
            document.append(
                "| `%s` | %s |\n"
                    .formatted(
                        line,
                        roles.stream()
                            .map(
                                role ->
                                    allowed.isEmpty() ? "all" : allowed.contains(role) ? "yes" : "")
                            .collect(Collectors.joining(" | ")))));
  }

  /** Pages with their roles; no role means everybody, also before signing in. */
  private static Map<String, Set<String>> pages(String routes) throws Exception {
    URL[] classes = House.classes().stream().map(AccessIT::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(classes, AccessIT.class.getClassLoader())) {
      Class<?> type = loader.loadClass(routes);
      Collection<?> pages =
          (Collection<?>) type.getMethod("pages").invoke(type.getConstructor().newInstance());
      Map<String, Set<String>> lines = new TreeMap<>();
      for (Object page : pages) {
        Object allowed = page.getClass().getMethod("roles").invoke(page);
        lines.put(
            (String) page.getClass().getMethod("path").invoke(page),
            ((Collection<?>) allowed).stream().map(Object::toString).collect(Collectors.toSet()));
      }
      return lines;
    }
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Calls with their roles, as the description that the build made says. */
  private static Map<String, Set<String>> calls(String module) throws IOException {
    String json =
        House.read(House.root().resolve(module).resolve("target/classes/openapi/openapi.json"));
    Map<String, Set<String>> lines = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject paths = reader.readObject().getJsonObject("paths");
      paths.forEach(
          (path, verbs) ->
              verbs
                  .asJsonObject()
                  .forEach(
                      (verb, operation) -> {
                        Stream<String> roles =
                            operation.asJsonObject().getJsonArray("x-roles").stream()
                                .map(role -> ((JsonString) role).getString());
                        lines.put(
                            verb.toUpperCase(Locale.ROOT) + " " + path,
                            roles.collect(Collectors.toCollection(TreeSet::new)));
                      }));
    }
    return lines;
  }
}
