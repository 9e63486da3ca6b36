package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mitra.problem.Problem;

/** Every failure of a request leaves as a problem: never a stack trace, never an empty body. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Inject private ProblemJson json;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = Problems.in(failure);
    if (problem != null) {
      return json.answer(problem);
    }
    if (failure instanceof WebApplicationException web) {
      return ofStatus(web.getResponse());
    }
    if (Problems.isMalformedJson(failure)) {
      return json.answer(Problem.invalid("request.malformed"));
    }
    return json.answer(Problems.incident(failure));
  }

  private Response ofStatus(Response refused) {
    Response answer = json.answer(Problems.ofStatus(refused.getStatus()));
    String allow = refused.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
