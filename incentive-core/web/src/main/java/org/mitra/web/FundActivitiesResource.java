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
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivityDetail;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.rest.Answers;

/** What partners do with fund money, in both applications. */
@Path("fund-activities")
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
public class FundActivitiesResource {
  @Inject private FundActivities activities;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "Activities, newest first",
      description = "With waiting=true only those on which the vendor has to decide.")
  public Batch<FundActivitySummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("state") ActivityState state,
      @QueryParam("waiting") String waiting,
      @QueryParam("program") String program,
      @QueryParam("partner") String partner,
      @QueryParam("fund") String fund) {
    return activities.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "state", state == null ? null : state.name(),
            "waiting", waiting,
            "program", program,
            "partner", partner,
            "fund", fund == null ? null : Uids.parse(fund).toString()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "An activity with its claims, proofs and story",
      description =
          "The version goes back with every command. A claim says why it is reimbursed so much; before a"
              + " decision, what it would be if all cost were accepted.")
  public FundActivityDetail get(@PathParam("id") String id) {
    return activities.get(visitor.actor().scope(), Uids.parse(id));
  }
}
