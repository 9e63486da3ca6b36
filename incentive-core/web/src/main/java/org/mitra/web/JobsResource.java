package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.rest.Answers;

/** Long work, in both applications: a partner's people follow what they asked for themselves. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({
  "PARTNER_USER",
  "PARTNER_OWNER",
  "CHANNEL_MANAGER",
  "FINANCE",
  "AUDITOR",
  "ADMINISTRATOR"
})
public class JobsResource {
  @Inject private Jobs jobs;
  @Inject private Visitor visitor;

  @GET
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "AUDITOR", "ADMINISTRATOR"})
  @Operation(summary = "Long work, newest first")
  public Batch<JobDetail> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("kind") String kind,
      @QueryParam("state") JobState state,
      @QueryParam("subject") String subject,
      @QueryParam("requestedBy") String requestedBy) {
    return jobs.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "kind", kind,
            "state", state == null ? null : state.name(),
            "subject", subject,
            "requestedBy", requestedBy));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "How far a job is",
      description = "Ask again every few seconds until state is DONE or FAILED.")
  public JobDetail get(@PathParam("id") String id) {
    return jobs.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/retry")
  @Operation(summary = "Do a failed job again")
  public JobDetail retry(@PathParam("id") String id) {
    return jobs.retry(visitor.actor(), Uids.parse(id));
  }
}
