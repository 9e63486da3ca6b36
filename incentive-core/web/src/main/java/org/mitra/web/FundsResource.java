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
import org.mitra.funds.FundDetail;
import org.mitra.funds.FundMovement;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.funds.MovementKind;
import org.mitra.rest.Answers;

/** Market development funds, in both applications: each reader sees what his scope holds. */
@Path("funds")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({
  "PARTNER_USER",
  "PARTNER_OWNER",
  "CHANNEL_MANAGER",
  "FINANCE",
  "EXECUTIVE",
  "AUDITOR"
})
public class FundsResource {
  @Inject private Funds funds;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "Funds with their balances, newest first",
      description =
          "available = allocated + accrued - committed - paid - expired, in the currency of the fund.")
  public Batch<FundSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("program") String program,
      @QueryParam("partner") String partner) {
    return funds.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters("program", program, "partner", partner));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "A fund with its allocations, and why each figure is what it is",
      description = "Allocations stand in the order in which they are consumed.")
  public FundDetail get(@PathParam("id") String id) {
    return funds.get(visitor.actor().scope(), Uids.parse(id));
  }

  @GET
  @Path("{id}/movements")
  @Operation(
      summary = "All that happened to the money of a fund, newest first",
      description = "Each movement names the journal entry that says what it meant for the books.")
  public Batch<FundMovement> movements(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("kind") MovementKind kind,
      @QueryParam("lot") String lot) {
    return funds.movements(
        visitor.actor().scope(),
        Uids.parse(id),
        cursor,
        size,
        Answers.filters("kind", kind == null ? null : kind.name(), "lot", lot));
  }
}
