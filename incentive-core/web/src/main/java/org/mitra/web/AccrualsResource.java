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
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.accruals.AccrualDetail;
import org.mitra.accruals.AccrualSummary;
import org.mitra.accruals.Accruals;
import org.mitra.data.Batch;
import org.mitra.data.Uids;

/** What partners have earned, in both applications: each reader sees what his scope holds. */
@Path("accruals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({
  "PARTNER_USER",
  "PARTNER_OWNER",
  "CHANNEL_MANAGER",
  "FINANCE",
  "EXECUTIVE",
  "AUDITOR",
  "ADMINISTRATOR"
})
public class AccrualsResource {
  @Inject private Accruals accruals;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "What was earned by program, partner, period and currency",
      description =
          "Amounts are at the currency's settlement scale; entitled is live, posted is in the books.")
  public Batch<AccrualSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("program") @DefaultValue("") String program,
      @QueryParam("partner") @DefaultValue("") String partner) {
    Map<String, String> filters = new HashMap<>();
    filters.put("program", program);
    filters.put("partner", partner);
    return accruals.batch(visitor.actor().scope(), cursor, size, filters);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "One accrual with its explanation",
      description =
          "The explanation is a tree whose leaves add up to the amount; refused lines name the condition that"
              + " failed and what would have passed.")
  public AccrualDetail get(@PathParam("id") String id) {
    return accruals.get(visitor.actor().scope(), Uids.parse(id));
  }
}
