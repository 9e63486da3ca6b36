package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.problem.Problem;

/** Every failure of a request leaves as a problem: never a stack trace, never an empty body. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  @Inject private ProblemJson json;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = Problems.in(failure);
    if (problem != null) {
      return json.answer(problem);
    }
    if (failure instanceof WebApplicationException web) {
      return json.answer(ofStatus(web.getResponse().getStatus()));
    }
    if (Problems.isMalformedJson(failure)) {
      return json.answer(Problem.invalid("request.malformed"));
    }
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, "incident " + incident, failure);
    return Response.fromResponse(
            json.answer(
                Problem.of(Problem.Kind.UNAVAILABLE, "unexpected").with("incident", incident)))
        .status(500)
        .build();
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> Problem.invalid("request.malformed");
      case 401 -> Problem.of(Problem.Kind.UNAUTHENTICATED, "access.sign-in");
      case 403 -> Problem.forbidden("access.role-missing");
      case 404 -> Problem.notFound();
      case 405 -> Problem.invalid("request.method");
      case 406, 415 -> Problem.invalid("request.media-type");
      case 413 -> Problem.of(Problem.Kind.TOO_LARGE, "request.too-large");
      default -> Problem.invalid("request.malformed");
    };
  }
}
