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
import org.mitra.clawbacks.ClawbackDetail;
import org.mitra.clawbacks.ClawbackSummary;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.rest.Answers;

/** What partners owe, in both applications: each reader sees what his scope holds. */
@Path("clawbacks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER", "FINANCE", "EXECUTIVE", "AUDITOR"})
public class ClawbacksResource {
  @Inject private Clawbacks clawbacks;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "What partners owe, newest first",
      description = "open=true for what is still to be recovered from later payouts.")
  public Batch<ClawbackSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partner") String partner,
      @QueryParam("currency") String currency,
      @QueryParam("open") String open) {
    return clawbacks.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters("partner", partner, "currency", currency, "open", open));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One clawback, with what was taken for it and what was given up")
  public ClawbackDetail get(@PathParam("id") String id) {
    return clawbacks.get(visitor.actor(), Uids.parse(id));
  }
}
