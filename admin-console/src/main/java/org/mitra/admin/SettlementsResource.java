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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.settlements.PrepareSettlement;
import org.mitra.settlements.ReleaseSettlement;
import org.mitra.settlements.SettlementDetail;
import org.mitra.settlements.SettlementPreview;
import org.mitra.settlements.SettlementSummary;
import org.mitra.settlements.Settlements;
import org.mitra.web.Visitor;

/** Settlements: one person prepares, another releases. */
@Path("settlements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "EXECUTIVE", "AUDITOR"})
public class SettlementsResource {
  @Inject private Settlements settlements;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Settlements, newest first")
  public Batch<SettlementSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("preparedBy") String preparedBy) {
    return settlements.batch(
        visitor.actor(), cursor, size, Answers.filters("preparedBy", preparedBy));
  }

  @POST
  @Path("preview")
  @Operation(
      summary = "What a settlement would close, pay and find blocked, on the figures of now",
      description = "Stores nothing.")
  public SettlementPreview preview(PrepareSettlement command) {
    return settlements.preview(visitor.actor(), command);
  }

  @POST
  @RolesAllowed("FINANCE")
  @Operation(
      summary = "Close the periods that ended by a day and make payouts of what they came to",
      description =
          "Answers at once; follow its job until it is DONE. Days are in the zone of each program.")
  @APIResponse(
      responseCode = "201",
      description = "Being prepared",
      content = @Content(schema = @Schema(implementation = SettlementSummary.class)))
  public Response prepare(@HeaderParam("Idempotency-Key") String key, PrepareSettlement command) {
    SettlementSummary prepared =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            SettlementSummary.class,
            () -> settlements.prepare(visitor.actor(), command));
    return Answers.created("settlements", prepared.uid(), prepared);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A settlement with its totals and the digest that a release has to name")
  public SettlementDetail get(@PathParam("id") String id) {
    return settlements.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/release")
  @RolesAllowed("FINANCE")
  @Operation(
      summary = "Release what can be released, exactly as it was seen",
      description =
          "403 for whoever prepared it; 409 when something changed since the digest was read. What is"
              + " blocked stays and can be released later.")
  public SettlementSummary release(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("id") String id,
      ReleaseSettlement command) {
    UUID uid = Uids.parse(id);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(uid.toString(), command.digest(), command.format().name()),
        SettlementSummary.class,
        () -> settlements.release(visitor.actor(), uid, command));
  }
}
