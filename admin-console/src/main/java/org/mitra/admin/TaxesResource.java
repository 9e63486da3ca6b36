package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.rest.Answers;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.TaxTreatment;
import org.mitra.tax.Taxes;
import org.mitra.tax.WithholdingRate;
import org.mitra.web.Visitor;

/** What is withheld from payouts. Confirm rates and treatment with your tax adviser. */
@Path("taxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "AUDITOR"})
public class TaxesResource {
  @Inject private Taxes taxes;
  @Inject private Visitor visitor;

  /** What a partner is to the tax office. */
  public record TreatAs(TaxRecipient recipient) {}

  @GET
  @Path("rates")
  @Operation(summary = "The rates of the country pack, newest first")
  public List<WithholdingRate> rates() {
    return taxes.rates();
  }

  @GET
  @Path("recipients")
  @Operation(summary = "What partners are to the tax office, the newest partners first")
  public Batch<TaxTreatment> recipients(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partnerCode") String partnerCode,
      @QueryParam("partnerName") String partnerName,
      @QueryParam("recipient") TaxRecipient recipient) {
    return taxes.treatments(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "partnerCode",
            partnerCode,
            "partnerName",
            partnerName,
            "recipient",
            recipient == null ? null : recipient.name()));
  }

  @GET
  @Path("recipients/{partner}")
  @Operation(
      summary = "What a partner, by code, is to the tax office; a company unless said otherwise")
  public TreatAs recipient(@PathParam("partner") String partner) {
    return new TreatAs(taxes.recipient(visitor.actor(), partner));
  }

  @PUT
  @Path("recipients/{partner}")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Say what a partner is to the tax office, for payouts prepared from now on")
  public TreatAs treat(@PathParam("partner") String partner, TreatAs treatment) {
    taxes.treatAs(visitor.actor(), partner, treatment.recipient());
    return recipient(partner);
  }
}
