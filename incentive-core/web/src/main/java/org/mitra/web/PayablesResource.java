package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.payouts.PayableDetail;
import org.mitra.payouts.PayableSummary;
import org.mitra.payouts.Payables;
import org.mitra.rest.Answers;

/** Approved amounts, in both applications: each reader sees what his scope holds. */
@Path("payables")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER", "FINANCE", "EXECUTIVE", "AUDITOR"})
public class PayablesResource {
  @Inject private Payables payables;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "Approved amounts and the payout that took each, newest first",
      description = "paid=false for those that have not left yet.")
  public Batch<PayableSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partner") String partner,
      @QueryParam("currency") String currency,
      @QueryParam("program") String program,
      @QueryParam("paid") String paid) {
    return payables.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "partner", partner, "currency", currency, "program", program, "paid", paid));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "An approved amount with its reason",
      description = "The explanation is a tree whose leaves add up to \"entitled\".")
  public PayableDetail get(@PathParam("id") String id) {
    return payables.get(visitor.actor(), Uids.parse(id));
  }
}
