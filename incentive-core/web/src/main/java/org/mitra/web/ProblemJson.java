package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mitra.data.BusinessClock;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/** Problems as RFC 9457 JSON, in the language that the caller asked for. */
@RequestScoped
public class ProblemJson {
  static final String MEDIA_TYPE = "application/problem+json";

  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;
  @Inject private HttpServletRequest request;

  /** The answer of a REST resource. */
  Response answer(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.kind().status()).type(MEDIA_TYPE).entity(body(problem));
    headers(problem).forEach(response::header);
    return response.build();
  }

  /** The answer where no REST resource was reached. */
  void write(Problem problem, HttpServletResponse response) throws IOException {
    headers(problem).forEach(response::setHeader);
    response.setStatus(problem.kind().status());
    response.setContentType(MEDIA_TYPE);
    response.getOutputStream().write(body(problem).getBytes(StandardCharsets.UTF_8));
  }

  private String body(Problem problem) {
    Texts texts = Texts.in(locale());
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:mitra:problem:" + problem.code())
            .add("title", texts.sentence(problem, clock.zone()))
            .add("status", problem.kind().status())
            .add("detail", texts.nextStep(problem, clock.zone()))
            .add("code", problem.code());
    if (!problem.field().isEmpty()) {
      json.add("field", problem.field());
    }
    JsonObjectBuilder facts = Json.createObjectBuilder();
    problem.facts().forEach(facts::add);
    return json.add("facts", facts).build().toString();
  }

  private Map<String, String> headers(Problem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(HttpHeaders.CONTENT_LANGUAGE, Texts.in(locale()).locale().getLanguage());
    String seconds = problem.facts().get("seconds");
    if (problem.kind() == Problem.Kind.TOO_MANY && seconds != null) {
      headers.put("Retry-After", seconds);
    }
    if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }

  private Locale locale() {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
      for (Locale wanted : Collections.list(request.getLocales())) {
        if (wanted.getLanguage().equals("en") || Texts.isIndonesian(wanted)) {
          return wanted;
        }
      }
    }
    return visitor.isKnown() ? visitor.locale() : Texts.ENGLISH;
  }
}
