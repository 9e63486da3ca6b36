package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.programs.terms.TermsJson;

/** How terms of programs are written. */
@Path("terms")
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
public class TermsResource {

  @GET
  @Path("schema")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The JSON Schema of a program's terms")
  public String schema() {
    return TermsJson.schema();
  }
}
