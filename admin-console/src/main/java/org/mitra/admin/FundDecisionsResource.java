package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.access.Actor;
import org.mitra.data.Uids;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityDecisions;
import org.mitra.funds.activities.ApproveActivity;
import org.mitra.funds.activities.ApproveClaim;
import org.mitra.funds.activities.ExtendActivity;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.web.FundStep;
import org.mitra.web.Once;

/** What the vendor decides about fund activities and their claims. */
@Path("fund-activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
public class FundDecisionsResource {
  @Inject private ActivityDecisions decisions;
  @Inject private ActivityClaims claims;
  @Inject private Once once;

  /**
   * @param amount that is promised, in the currency of the fund
   * @param reason why it is less than requested; may be empty when it is not
   * @param version of the activity as it was seen
   */
  public record Promise(BigDecimal amount, String reason, Integer version) {}

  /**
   * @param eligibleCost accepted of what was claimed, in the currency of the fund
   * @param reason why it is less than claimed; may be empty when it is not
   * @param version of the activity as it was seen
   */
  public record Acceptance(BigDecimal eligibleCost, String reason, Integer version) {}

  /**
   * @param claimBy the new last day for claims, in the zone of the program
   * @param version of the activity as it was seen
   */
  public record Extension(LocalDate claimBy, String reason, Integer version) {}

  @POST
  @Path("{id}/approve")
  @Operation(
      summary = "Promise money for an activity before it happens",
      description = "Not by whoever asked for it; large amounts need finance.")
  public FundActivitySummary approve(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Promise wanted) {
    ApproveActivity command =
        new ApproveActivity(Uids.parse(id), wanted.amount(), wanted.reason(), wanted.version());
    return step(key, "approve", command, actor -> decisions.approve(actor, command));
  }

  @POST
  @Path("{id}/return")
  @Operation(summary = "Send a request back to be changed")
  public FundActivitySummary giveBack(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "return", command, actor -> decisions.giveBack(actor, command));
  }

  @POST
  @Path("{id}/reject")
  @Operation(summary = "Refuse a request for good")
  public FundActivitySummary reject(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "reject", command, actor -> decisions.reject(actor, command));
  }

  @POST
  @Path("{id}/extend")
  @Operation(summary = "Give the partner more time to claim, once")
  public FundActivitySummary extend(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Extension wanted) {
    ExtendActivity command =
        new ExtendActivity(Uids.parse(id), wanted.claimBy(), wanted.reason(), wanted.version());
    return step(key, "extend", command, actor -> decisions.extend(actor, command));
  }

  @POST
  @Path("{id}/close")
  @Operation(summary = "End an activity of which a part was reimbursed; the rest is free again")
  public FundActivitySummary close(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "close", command, actor -> claims.close(actor, command));
  }

  @POST
  @Path("{id}/claim/approve")
  @Operation(
      summary = "Accept cost of the claim: the program's share of it becomes payable",
      description = "Not by whoever asked, claimed or promised; large amounts need finance.")
  public FundActivitySummary approveClaim(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Acceptance wanted) {
    ApproveClaim command =
        new ApproveClaim(Uids.parse(id), wanted.eligibleCost(), wanted.reason(), wanted.version());
    return step(key, "claim/approve", command, actor -> claims.approve(actor, command));
  }

  @POST
  @Path("{id}/claim/return")
  @Operation(summary = "Send the claim back to be made anew")
  public FundActivitySummary giveClaimBack(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "claim/return", command, actor -> claims.giveBack(actor, command));
  }

  @POST
  @Path("{id}/claim/reject")
  @Operation(summary = "Refuse the claim for good; the rest of the promise is free again")
  public FundActivitySummary rejectClaim(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "claim/reject", command, actor -> claims.reject(actor, command));
  }

  private FundActivitySummary step(
      String key, String step, Object command, Function<Actor, FundActivitySummary> work) {
    return once.step(key, step, command, FundActivitySummary.class, work);
  }
}
