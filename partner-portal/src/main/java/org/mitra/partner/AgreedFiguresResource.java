package org.mitra.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** What was agreed with the partner. */
@Path("agreed-figures")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER"})
public class AgreedFiguresResource {
  @Inject private AgreedFigures figures;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Baselines and targets that count, yours and of those below you")
  public Batch<AgreedFigure> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("program") String program) {
    return figures.batch(
        visitor.actor().requirePartner(), cursor, size, Answers.filters("program", program));
  }
}
