package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** Tries every line of docs/access.md with every role of the application, and with nobody. */
class AccessWalkIT {
  private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

  /**
   * @param roles who may, in the order of the table's columns; null for everybody
   */
  private record Line(String what, List<Boolean> roles) {}

  private record Table(List<String> roles, List<Line> lines) {}

  @Test
  void everyPageOpensForItsRolesOnly() throws IOException {
    List<String> wrong = new ArrayList<>();
    pages("/partner", "Partner portal: pages", wrong);
    pages("/admin", "Admin console: pages", wrong);
    assertThat(wrong).isEmpty();
  }

  private static void pages(String application, String title, List<String> wrong)
      throws IOException {
    Table table = table(title);
    Api nobody = Api.withToken(application, "");
    for (Line line : table.lines()) {
      if (line.roles() != null) {
        int status = nobody.send("GET", line.what(), null).status();
        expect(status == 302, wrong, application + line.what() + " for nobody: " + status);
      }
    }
    for (int column = 0; column < table.roles().size(); column++) {
      Api somebody = session(application, table.roles().get(column));
      for (Line line : table.lines()) {
        boolean allowed = line.roles() == null || line.roles().get(column);
        int status = somebody.send("GET", line.what(), null).status();
        // A page about one thing is not there without its id.
        boolean asDeclared = allowed ? status != 403 && status < 500 : status == 403;
        expect(
            asDeclared,
            wrong,
            application + line.what() + " for " + table.roles().get(column) + ": " + status);
      }
      int foreign = somebody.send("GET", "/no-such-page", null).status();
      expect(foreign == 404, wrong, "a page that nobody declared: " + foreign);
    }
  }

  @Test
  void everyCallAnswersItsRolesOnly() throws IOException {
    List<String> wrong = new ArrayList<>();
    calls("/partner", "Partner portal: calls", wrong);
    calls("/admin", "Admin console: calls", wrong);
    assertThat(wrong).isEmpty();
  }

  private static void calls(String application, String title, List<String> wrong)
      throws IOException {
    Table table = table(title);
    Api nobody = Api.withToken(application, "");
    for (Line line : table.lines()) {
      Answer answer = call(nobody, line.what());
      expect(
          isUnread(answer) || answer.status() == 401,
          wrong,
          line.what() + " for nobody: " + answer.status());
    }
    for (int column = 0; column < table.roles().size(); column++) {
      Api somebody = session(application, table.roles().get(column));
      for (Line line : table.lines()) {
        boolean reading = line.what().startsWith("GET ");
        if (line.roles().get(column)) {
          if (reading) {
            Answer answer = call(somebody, line.what());
            boolean let = answer.status() < 500 && !answer.code().equals("access.role-missing");
            expect(
                let,
                wrong,
                line.what() + " for " + table.roles().get(column) + ": " + answer.status());
          }
        } else {
          Answer answer = call(somebody, line.what());
          expect(
              isUnread(answer)
                  || (answer.status() == 403 && answer.code().equals("access.role-missing")),
              wrong,
              line.what() + " for " + table.roles().get(column) + ": " + answer.status());
        }
      }
    }
  }

  /** A call that takes files refuses JSON before it asks who sends it. */
  private static boolean isUnread(Answer answer) {
    return answer.status() == 415;
  }

  private static Answer call(Api api, String call) {
    String method = call.substring(0, call.indexOf(' '));
    String path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{\\w+}", SOME_ID);
    if (method.equals("GET") || method.equals("DELETE")) {
      return api.send(method, "/api" + path, null);
    }
    return api.send(
        method,
        "/api" + path,
        "{}",
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static Api session(String application, String title) {
    String role = title.toUpperCase(Locale.ROOT).replace(' ', '_');
    return application.equals("/partner")
        ? People.session(role, People.dealer())
        : Api.as("/admin", People.somebody(role));
  }

  private static void expect(boolean fine, List<String> wrong, String otherwise) {
    if (!fine) {
      wrong.add(otherwise);
    }
  }

  private static Table table(String title) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/access.md"))) {
      folder = folder.getParent();
    }
    String document = Files.readString(folder.resolve("docs/access.md"));
    int start = document.indexOf("## " + title + "\n");
    assertThat(start).as(title).isNotNegative();
    List<String> rows =
        document.substring(start).lines().skip(2).takeWhile(row -> row.startsWith("|")).toList();
    List<String> roles = cells(rows.get(0));
    List<Line> lines =
        rows.stream()
            .skip(2)
            .map(AccessWalkIT::cells)
            .map(
                cells ->
                    new Line(
                        cells.get(0).replace("`", ""),
                        cells.contains("all")
                            ? null
                            : cells.stream().skip(1).map(cell -> cell.equals("yes")).toList()))
            .toList();
    assertThat(lines).isNotEmpty();
    return new Table(roles.subList(1, roles.size()), lines);
  }

  private static List<String> cells(String row) {
    return java.util.Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
