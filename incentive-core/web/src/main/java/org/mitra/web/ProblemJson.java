package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.mitra.data.BusinessClock;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/** Problems as RFC 9457 JSON, in the language that the caller asked for. */
@RequestScoped
public class ProblemJson {
  static final String MEDIA_TYPE = "application/problem+json";

  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;
  @Context private HttpHeaders headers;

  Response answer(Problem problem, Locale locale) {
    Texts texts = Texts.in(locale);
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
    json.add("facts", facts);
    Response.ResponseBuilder response =
        Response.status(problem.kind().status())
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, texts.locale().getLanguage())
            .entity(json.build().toString());
    String seconds = problem.facts().get("seconds");
    if (problem.kind() == Problem.Kind.TOO_MANY && seconds != null) {
      response.header("Retry-After", seconds);
    }
    if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  Response answer(Problem problem) {
    return answer(problem, locale());
  }

  private Locale locale() {
    for (Locale wanted : headers.getAcceptableLanguages()) {
      if (wanted.getLanguage().equals("en") || Texts.isIndonesian(wanted)) {
        return wanted;
      }
    }
    return visitor.isKnown() ? visitor.locale() : Texts.ENGLISH;
  }
}
