package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.tax.TaxRecipient;
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
  public record TaxTreatment(TaxRecipient recipient) {}

  @GET
  @Path("rates")
  @Operation(summary = "The rates of the country pack, newest first")
  public List<WithholdingRate> rates() {
    return taxes.rates();
  }

  @GET
  @Path("recipients/{partner}")
  @Operation(
      summary = "What a partner, by code, is to the tax office; a company unless said otherwise")
  public TaxTreatment recipient(@PathParam("partner") String partner) {
    return new TaxTreatment(taxes.recipient(visitor.actor(), partner));
  }

  @PUT
  @Path("recipients/{partner}")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Say what a partner is to the tax office, for payouts prepared from now on")
  public TaxTreatment treat(@PathParam("partner") String partner, TaxTreatment treatment) {
    taxes.treatAs(visitor.actor(), partner, treatment.recipient());
    return recipient(partner);
  }
}
