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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.payouts.PayoutDetail;
import org.mitra.payouts.PayoutState;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Payouts, and what the bank made of them. */
@Path("payouts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "EXECUTIVE", "AUDITOR"})
public class PayoutsResource {
  @Inject private Payouts payouts;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param reason that others will read
   */
  public record ExcludePayout(String reason) {}

  /**
   * The bank paid.
   *
   * @param on the bank's day
   * @param reference the bank's; may be absent
   */
  public record PayoutPaid(LocalDate on, String reference) {}

  /**
   * The bank sent it back.
   *
   * @param on the bank's day
   * @param reason the bank's
   */
  public record PayoutReturned(LocalDate on, String reason) {}

  @GET
  @Operation(
      summary = "Payouts, newest first",
      description = "Amounts are in the payout's currency: net = gross - tax - recovered + added.")
  public Batch<PayoutSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partner") String partner,
      @QueryParam("currency") String currency,
      @QueryParam("state") PayoutState state,
      @QueryParam("settlement") String settlement) {
    return payouts.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "partner", partner,
            "currency", currency,
            "state", state == null ? null : state.name(),
            "settlement", settlement));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A payout with what it is made of and its transfers")
  public PayoutDetail get(@PathParam("id") String id) {
    return payouts.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/exclude")
  @RolesAllowed("FINANCE")
  @Operation(
      summary = "Take a prepared payout out of its settlement",
      description = "What it is made of waits for the next settlement.")
  public PayoutSummary exclude(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("id") String id,
      ExcludePayout command) {
    UUID uid = Uids.parse(id);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of("exclude", uid.toString(), String.valueOf(command.reason())),
        PayoutSummary.class,
        () -> payouts.exclude(visitor.actor(), uid, command.reason()));
  }

  @POST
  @Path("{id}/paid")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Note that the bank paid")
  public PayoutSummary paid(
      @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, PayoutPaid command) {
    UUID uid = Uids.parse(id);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(
            "paid",
            uid.toString(),
            String.valueOf(command.on()),
            String.valueOf(command.reference())),
        PayoutSummary.class,
        () -> payouts.markPaid(visitor.actor(), uid, command.on(), command.reference()));
  }

  @POST
  @Path("{id}/returned")
  @RolesAllowed("FINANCE")
  @Operation(
      summary = "Note that the bank sent the money back",
      description = "The books say so, and the payout waits for a corrected account.")
  public PayoutSummary returned(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("id") String id,
      PayoutReturned command) {
    UUID uid = Uids.parse(id);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(
            "returned",
            uid.toString(),
            String.valueOf(command.on()),
            String.valueOf(command.reason())),
        PayoutSummary.class,
        () -> payouts.markReturned(visitor.actor(), uid, command.on(), command.reason()));
  }
}
