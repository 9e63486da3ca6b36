package org.mitra.admin;

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
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.partners.PartnerDetail;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.Partners;
import org.mitra.web.Visitor;

@Path("partners")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "AUDITOR", "ADMINISTRATOR"})
public class PartnersResource {
  @Inject private Partners partners;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Partners, newest first, in batches that a cursor walks through")
  public Batch<PartnerSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("code") String code,
      @QueryParam("name") String name,
      @QueryParam("region") String region) {
    Map<String, String> filters = new HashMap<>();
    if (code != null) {
      filters.put("code", code);
    }
    if (name != null) {
      filters.put("name", name);
    }
    if (region != null) {
      filters.put("region", region);
    }
    return partners.batch(visitor.actor().scope(), cursor, size, filters);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A partner with his standing over time")
  public PartnerDetail get(@PathParam("id") String id) {
    return partners.get(visitor.actor().scope(), Uids.parse(id));
  }
}
