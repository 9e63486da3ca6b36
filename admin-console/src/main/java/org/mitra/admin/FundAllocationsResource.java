package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.data.Uids;
import org.mitra.funds.AllocateFund;
import org.mitra.funds.Allocations;
import org.mitra.funds.FundAllocation;
import org.mitra.funds.FundDifference;
import org.mitra.funds.Funds;
import org.mitra.funds.LowerAllocation;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Money that is given to funds and taken back. */
@Path("fund-allocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
public class FundAllocationsResource {
  @Inject private Allocations allocations;
  @Inject private Funds funds;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * What is taken back.
   *
   * @param amount above zero, in the currency of the fund
   * @param version of the allocation as it was seen
   */
  public record TakeBack(BigDecimal amount, String reason, Integer version) {}

  @POST
  @Operation(
      summary = "Give a partner money in a fund program",
      description =
          "The first allocation opens his fund. It can be promised until the end of expiresOn in the program's"
              + " zone; carryOver says what becomes of the rest, null loses it.")
  @APIResponse(
      responseCode = "201",
      description = "Allocated",
      content = @Content(schema = @Schema(implementation = FundAllocation.class)))
  public Response allocate(@HeaderParam("Idempotency-Key") String key, AllocateFund command) {
    FundAllocation lot =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            FundAllocation.class,
            () -> allocations.allocate(visitor.actor(), command));
    return Answers.created("fund-allocations", lot.uid(), lot);
  }

  @POST
  @Path("{id}/lower")
  @Operation(
      summary = "Take back a part of an allocation",
      description =
          "At most what is neither promised nor spent; the reason is told to the partner.")
  public FundAllocation lower(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, TakeBack wanted) {
    LowerAllocation command =
        new LowerAllocation(Uids.parse(id), wanted.amount(), wanted.reason(), wanted.version());
    return idempotency.once(
        visitor.actor(),
        key,
        command,
        FundAllocation.class,
        () -> allocations.lower(visitor.actor(), command));
  }

  @GET
  @Path("differences")
  @RolesAllowed({"FINANCE", "AUDITOR"})
  @Operation(
      summary = "Balances that disagree with their movements or with the books",
      description = "Adds up everything again. Always empty, or something is wrong.")
  public List<FundDifference> differences() {
    return funds.differences(visitor.actor());
  }
}
