package org.mitra.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description of this API, for those who may use it. */
@Path("openapi")
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
public class OpenApiResource {
  @Inject private ApiDescription description;

  @GET
  @Operation(summary = "This description, as OpenAPI 3.0")
  public String get() {
    return description.json();
  }
}
