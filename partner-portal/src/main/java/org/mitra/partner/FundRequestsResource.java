package org.mitra.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.access.Actor;
import org.mitra.data.Uids;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityKind;
import org.mitra.funds.activities.ActivityRequests;
import org.mitra.funds.activities.ClaimActivity;
import org.mitra.funds.activities.ClaimCost;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.funds.activities.SaveActivity;
import org.mitra.rest.Answers;
import org.mitra.web.FundStep;
import org.mitra.web.Once;
import org.mitra.web.Visitor;

/** What a partner asks of his funds, and claims. */
@Path("fund-activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER"})
public class FundRequestsResource {
  @Inject private ActivityRequests requests;
  @Inject private ActivityClaims claims;
  @Inject private Once once;
  @Inject private Visitor visitor;

  /**
   * What a partner wants to do with fund money.
   *
   * @param fund uid of his fund
   * @param plannedCost what it will cost in all, in the currency of the fund
   * @param requested what the fund is asked for, at most the planned cost
   * @param documents uids of files that were uploaded
   * @param version as it was seen; null for a new one
   */
  public record ActivityRequest(
      UUID fund,
      String title,
      ActivityKind kind,
      String description,
      LocalDate startsOn,
      LocalDate endsOn,
      BigDecimal plannedCost,
      BigDecimal requested,
      List<UUID> documents,
      Integer version) {
    SaveActivity as(UUID activity) {
      return new SaveActivity(
          activity,
          fund,
          title,
          kind,
          description,
          startsOn,
          endsOn,
          plannedCost,
          requested,
          documents,
          version);
    }
  }

  /**
   * What was spent.
   *
   * @param documents uids of the proofs that were uploaded, at least one
   * @param moreToCome whether another claim will follow: then the rest stays promised
   * @param version of the activity as it was seen
   */
  public record CostClaim(
      List<ClaimCost> costs,
      List<UUID> documents,
      boolean moreToCome,
      String note,
      Integer version) {}

  @POST
  @Operation(
      summary = "Write a request for fund money",
      description = "A draft, until it is submitted.")
  @APIResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = FundActivitySummary.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, ActivityRequest wanted) {
    SaveActivity command = wanted.as(null);
    FundActivitySummary created =
        step(key, "create", command, actor -> requests.save(actor, command));
    return Answers.created("fund-activities", created.uid(), created);
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a request that is a draft or came back")
  public FundActivitySummary change(@PathParam("id") String id, ActivityRequest wanted) {
    return requests.save(visitor.actor(), wanted.as(Uids.parse(id)));
  }

  @POST
  @Path("{id}/submit")
  @Operation(summary = "Hand a request in")
  public FundActivitySummary submit(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "submit", command, actor -> requests.submit(actor, command));
  }

  @POST
  @Path("{id}/withdraw")
  @Operation(summary = "Give an activity up; what was promised is free again")
  public FundActivitySummary withdraw(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "withdraw", command, actor -> requests.withdraw(actor, command));
  }

  @POST
  @Path("{id}/execute")
  @Operation(summary = "Say that an approved activity happened")
  public FundActivitySummary execute(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "execute", command, actor -> requests.execute(actor, command));
  }

  @POST
  @Path("{id}/claim")
  @Operation(
      summary = "Claim what an executed activity cost, with proof",
      description = "Upload the proofs as documents first.")
  public FundActivitySummary claim(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, CostClaim wanted) {
    ClaimActivity command =
        new ClaimActivity(
            Uids.parse(id),
            wanted.costs(),
            wanted.documents(),
            wanted.moreToCome(),
            wanted.note(),
            wanted.version());
    return step(key, "claim", command, actor -> claims.claim(actor, command));
  }

  @POST
  @Path("{id}/close")
  @Operation(summary = "End an activity of which a part was reimbursed; the rest is free again")
  public FundActivitySummary close(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, FundStep wanted) {
    MoveActivity command = wanted.on(id);
    return step(key, "close", command, actor -> claims.close(actor, command));
  }

  private FundActivitySummary step(
      String key, String step, Object command, Function<Actor, FundActivitySummary> work) {
    return once.step(key, step, command, FundActivitySummary.class, work);
  }
}
