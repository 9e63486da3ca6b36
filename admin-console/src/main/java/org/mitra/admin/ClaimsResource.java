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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.claims.ApproveClaim;
import org.mitra.claims.ClaimDetail;
import org.mitra.claims.ClaimItem;
import org.mitra.claims.ClaimReviews;
import org.mitra.claims.ClaimState;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.Claims;
import org.mitra.claims.DecideClaim;
import org.mitra.claims.ItemState;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.rest.Answers;
import org.mitra.web.Once;
import org.mitra.web.Visitor;

/** Claims as reviewers see them; drafts are the partners' own. */
@Path("claims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "AUDITOR"})
public class ClaimsResource {
  @Inject private Claims claims;
  @Inject private ClaimReviews reviews;
  @Inject private Once once;
  @Inject private Visitor visitor;

  /**
   * Looks that only seem alike.
   *
   * @param positions of items that are held because they look like others
   * @param text why; partners never see it
   */
  public record ClearLookAlikes(Integer version, Set<Integer> positions, String text) {
    public ClearLookAlikes {
      positions = positions == null ? Set.of() : Set.copyOf(positions);
    }
  }

  @GET
  @Operation(summary = "Claims, newest first")
  public Batch<ClaimSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("number") String number,
      @QueryParam("state") ClaimState state,
      @QueryParam("holder") ClaimState.Holder holder,
      @QueryParam("program") String program,
      @QueryParam("partner") String partner) {
    return claims.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "number", number,
            "state", state == null ? null : state.name(),
            "holder", holder == null ? null : holder.name(),
            "program", program,
            "partner", partner));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A claim with what it brings and why, its proofs and its history")
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

  @POST
  @Path("{id}/approve")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Approve what the check passed, but for the named rejections",
      description =
          "Above an amount the claim then waits for finance. Facts that changed since the check answer 409.")
  public ClaimSummary approve(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      ApproveClaim decision) {
    UUID uid = Uids.parse(id);
    return once.step(
        key,
        "approve",
        List.of(uid, decision),
        ClaimSummary.class,
        actor -> reviews.approve(actor, uid, decision));
  }

  @POST
  @Path("{id}/confirm")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Agree, as a second person, to what a first reviewer approved")
  public ClaimSummary confirm(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, DecideClaim seen) {
    UUID uid = Uids.parse(id);
    return once.step(
        key,
        "confirm",
        List.of(uid, seen),
        ClaimSummary.class,
        actor -> reviews.confirm(actor, uid, seen.version()));
  }

  @POST
  @Path("{id}/decline")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Do not agree, as a second person: back to the first reviewer")
  public ClaimSummary decline(@PathParam("id") String id, DecideClaim decision) {
    return reviews.decline(visitor.actor(), Uids.parse(id), decision.version(), decision.text());
  }

  @POST
  @Path("{id}/return")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Give a claim back to the partner, who may change and submit it again")
  public ClaimSummary giveBack(@PathParam("id") String id, DecideClaim decision) {
    return reviews.giveBack(visitor.actor(), Uids.parse(id), decision.version(), decision.text());
  }

  @POST
  @Path("{id}/reject")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Reject a claim for good; its units are free")
  public ClaimSummary reject(@PathParam("id") String id, DecideClaim decision) {
    return reviews.reject(visitor.actor(), Uids.parse(id), decision.version(), decision.text());
  }

  @POST
  @Path("{id}/check")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Check all units again, by the facts as they are now")
  public ClaimSummary check(@PathParam("id") String id, DecideClaim seen) {
    return reviews.checkAgain(visitor.actor(), Uids.parse(id), seen.version());
  }

  @POST
  @Path("{id}/clear")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Say, after a look, that units only look like others")
  public ClaimSummary clear(@PathParam("id") String id, ClearLookAlikes decision) {
    return reviews.clear(
        visitor.actor(), Uids.parse(id), decision.version(), decision.positions(), decision.text());
  }

  @POST
  @Path("{id}/notes")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Leave a note that partners never see")
  public void note(@PathParam("id") String id, DecideClaim note) {
    reviews.note(visitor.actor(), Uids.parse(id), note.text());
  }
}
