package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.home.Card;
import org.mitra.home.Home;

/** The cards of the home page, in both applications. */
@Path("home")
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
public class HomeResource {
  @Inject private Home home;
  @Inject private Visitor visitor;

  @GET
  @Operation(
      summary = "What each feature has to say to the reader's roles",
      description = "Figures and facts without words; the pages find these by the card's key.")
  public List<Card> cards() {
    return home.cards(visitor.actor());
  }
}
