package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.audit.AuditEvent;
import org.mitra.audit.AuditTrail;
import org.mitra.audit.Verification;
import org.mitra.data.Batch;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Who did what. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
public class AuditResource {
  @Inject private AuditTrail trail;
  @Inject private Visitor visitor;

  @GET
  @Path("events")
  @Operation(summary = "What was done, newest first; from and until are days, both included")
  public Batch<AuditEvent> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("actor") String actor,
      @QueryParam("action") String action,
      @QueryParam("subject") String subject,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    return trail.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "actor", actor, "action", action, "subject", subject, "from", from, "until", until));
  }

  @GET
  @Path("verification")
  @Operation(
      summary = "Walk the whole chain of events, and tell whether it holds",
      description =
          "Each event carries the hash of the one before. Write the hash of the answer down outside this system:"
              + " later it proves that nobody made the chain anew.")
  public Verification verify() {
    return trail.verify(visitor.actor());
  }
}
