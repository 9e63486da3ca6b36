package org.mitra.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.mitra.claims.ClaimDetail;
import org.mitra.claims.ClaimItem;
import org.mitra.claims.ClaimState;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.ClaimableProgram;
import org.mitra.claims.Claims;
import org.mitra.claims.DecideClaim;
import org.mitra.claims.ItemState;
import org.mitra.claims.SaveClaim;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.rest.Answers;
import org.mitra.web.Once;
import org.mitra.web.Visitor;

/** Claims as partners make them. Proofs are uploaded first, to {@code documents}. */
@Path("claims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER"})
public class ClaimsResource {
  @Inject private Claims claims;
  @Inject private Once once;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Claims, newest first: one's own, and what the dealers below submitted")
  public Batch<ClaimSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("number") String number,
      @QueryParam("state") ClaimState state,
      @QueryParam("program") String program,
      @QueryParam("partner") String partner) {
    return claims.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "number", number,
            "state", state == null ? null : state.name(),
            "program", program,
            "partner", partner));
  }

  @GET
  @Path("programs")
  @Operation(summary = "Programs in which one can claim today, and what they ask for")
  public List<ClaimableProgram> programs() {
    return claims.programs(visitor.actor());
  }

  @POST
  @Operation(
      summary = "Make a draft; its units are checked",
      description =
          "Serials, or lines of invoices for units without serials. Nobody else sees a draft.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ClaimSummary.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, SaveClaim claim) {
    ClaimSummary draft =
        once.step(key, "create", claim, ClaimSummary.class, actor -> claims.draft(actor, claim));
    return Answers.created("claims", draft.uid(), draft);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "A claim with what it brings and why, its proofs and its history",
      description = "Obstacles say why a draft cannot be submitted as it is.")
  public ClaimDetail get(@PathParam("id") String id) {
    return claims.get(visitor.actor().scope(), Uids.parse(id));
  }

  @GET
  @Path("{id}/items")
  @Operation(summary = "Units of a claim with what the check found, those with a finding first")
  public Batch<ClaimItem> items(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("state") ItemState state,
      @QueryParam("finding") String finding) {
    return claims.itemBatch(
        visitor.actor().scope(),
        Uids.parse(id),
        cursor,
        size,
        Answers.filters("state", state == null ? null : state.name(), "finding", finding));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a draft, or a claim that was returned")
  public ClaimSummary change(@PathParam("id") String id, SaveClaim claim) {
    return claims.change(visitor.actor(), Uids.parse(id), claim);
  }

  @POST
  @Path("{id}/submit")
  @Operation(
      summary = "Submit a claim: its units are checked again and taken",
      description = "What another claim has already is held until that one is decided.")
  public ClaimSummary submit(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, DecideClaim seen) {
    UUID uid = Uids.parse(id);
    return once.step(
        key,
        "submit",
        List.of(uid, seen),
        ClaimSummary.class,
        actor -> claims.submit(actor, uid, seen.version()));
  }

  @POST
  @Path("{id}/withdraw")
  @Operation(summary = "Take a claim back that is not decided; its units are free again")
  public ClaimSummary withdraw(@PathParam("id") String id, DecideClaim seen) {
    return claims.withdraw(visitor.actor(), Uids.parse(id), seen.version(), seen.text());
  }
}
