package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.accruals.RunDetail;
import org.mitra.accruals.Runs;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Visitor;

/** Calculation runs. */
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "CHANNEL_MANAGER", "ADMINISTRATOR", "AUDITOR"})
public class RunsResource {
  @Inject private Runs runs;
  @Inject private Visitor visitor;
  @Inject private Idempotency idempotency;

  /**
   * The days to compute, in the zone of the house.
   *
   * @param from first day
   * @param until the day after the last
   */
  public record StartRun(LocalDate from, LocalDate until) {}

  @POST
  @RolesAllowed({"FINANCE", "CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Compute and post everyone's accruals of some days",
      description = "Answers at once; follow the run until its state is DONE or FAILED.")
  public Response start(@HeaderParam("Idempotency-Key") String key, StartRun command) {
    RunDetail run =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            RunDetail.class,
            () -> runs.start(visitor.actor(), command.from(), command.until(), key));
    return Response.accepted(run).build();
  }

  @GET
  @Operation(summary = "Runs, newest first")
  public Batch<RunDetail> list(
      @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("100") int size) {
    return runs.batch(visitor.actor(), cursor, size, Map.of());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One run with its progress")
  public RunDetail get(@PathParam("id") String id) {
    return runs.get(visitor.actor(), Uids.parse(id));
  }
}
