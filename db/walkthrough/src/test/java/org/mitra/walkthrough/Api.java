package org.mitra.walkthrough;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * One application as a program uses it: with a session, like the pages' own scripts, with a token,
 * or as nobody.
 */
final class Api {
  private static final Map<String, Api> SESSIONS = new ConcurrentHashMap<>();
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

  private final HttpClient client;
  private final String root;
  private final String application;
  private final List<String> headers;

  private Api(HttpClient client, String root, String application, List<String> headers) {
    this.client = client;
    this.root = root;
    this.application = application;
    this.headers = headers;
  }

  /** What was answered. */
  record Answer(int status, String body, HttpResponse<String> response) {
    JsonObject json() {
      return value().asJsonObject();
    }

    JsonValue value() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readValue();
      }
    }

    /** Code of the problem; empty when the answer is none. */
    String code() {
      boolean problem = header("Content-Type").startsWith("application/problem+json");
      return problem ? json().getString("code") : "";
    }

    String uid() {
      return json().getString("uid");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Fails unless the status is this one. */
    Answer is(int expected) {
      Assertions.assertThat(status)
          .as("%s %s: %s", response.request().method(), response.uri(), body)
          .isEqualTo(expected);
      return this;
    }
  }

  /** Somebody of the demo, signed in; one session for all tests. */
  static Api as(String application, String username) {
    return SESSIONS.computeIfAbsent(
        application + " " + username, key -> signIn(application, username, Walk.PASSWORD));
  }

  /** This session serves whoever asks for somebody's from now on. */
  void serves(String username) {
    SESSIONS.put(application + " " + username, this);
  }

  /** A session of its own. */
  static Api signIn(String application, String username, String password) {
    return signIn(Walk.root(), application, username, password);
  }

  /**
   * A session of its own.
   *
   * @param root of the installation
   */
  static Api signIn(String root, String application, String username, String password) {
    Api api =
        new Api(
            client(new CookieManager()),
            root,
            application,
            List.of("X-Requested-With", "walkthrough"));
    String page = api.send("GET", "/sign-in", null).is(200).body();
    Matcher state = VIEW_STATE.matcher(page);
    Assertions.assertThat(state.find()).as("the sign-in page has a form").isTrue();
    String form =
        Stream.of(
                "signIn",
                "signIn",
                "signIn:to",
                "",
                "signIn:username",
                username,
                "signIn:password",
                password,
                "signIn:enter",
                "",
                "jakarta.faces.ViewState",
                state.group(1))
            .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"))
            .replaceAll("([^\n]*)\n([^\n]*)(\n|$)", "$1=$2&");
    api.send("POST", "/sign-in", form, "Content-Type", "application/x-www-form-urlencoded");
    return api;
  }

  /** A program with a token; or with none, when it is empty. */
  static Api withToken(String application, String token) {
    return withToken(Walk.root(), application, token);
  }

  /**
   * A program with a token.
   *
   * @param root of the installation
   */
  static Api withToken(String root, String application, String token) {
    return new Api(
        client(new CookieManager()),
        root,
        application,
        token.isEmpty() ? List.of() : List.of("Authorization", "Bearer " + token));
  }

  private static HttpClient client(CookieManager cookies) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .cookieHandler(cookies)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  Answer get(String path) {
    return send("GET", "/api" + path, null);
  }

  /** With an idempotency key of its own. */
  Answer post(String path, String json) {
    return post(path, json, UUID.randomUUID().toString());
  }

  Answer post(String path, String json, String key) {
    return send(
        "POST", "/api" + path, json, "Content-Type", "application/json", "Idempotency-Key", key);
  }

  /** A file as the only part of a form. */
  Answer upload(String path, String fileName, String type, byte[] content, String key) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(fileName, type);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    List<String> all = new ArrayList<>(headers);
    all.addAll(
        List.of("Content-Type", "multipart/form-data; boundary=part", "Idempotency-Key", key));
    return raw(
        "POST", "/api" + path, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()), all);
  }

  Answer put(String path, String json) {
    return send("PUT", "/api" + path, json, "Content-Type", "application/json");
  }

  Answer delete(String path) {
    return send("DELETE", "/api" + path, null);
  }

  /**
   * @param path below the application's root
   * @param body null for none
   * @param more headers, names and values in turn
   */
  Answer send(String method, String path, String body, String... more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return raw(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body),
        all);
  }

  /** Exactly these headers. */
  Answer raw(String method, String path, HttpRequest.BodyPublisher body, List<String> all) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + application + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    for (int i = 0; i < all.size(); i += 2) {
      request.header(all.get(i), all.get(i + 1));
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
