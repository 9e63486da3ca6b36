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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFiles;
import org.mitra.rest.Answers;
import org.mitra.web.Downloads;
import org.mitra.web.Visitor;

/** Files for the bank. */
@Path("remittance-files")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "EXECUTIVE", "AUDITOR"})
public class RemittanceFilesResource {
  @Inject private RemittanceFiles files;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Files for the bank, newest first")
  public Batch<RemittanceFileSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("currency") String currency,
      @QueryParam("settlement") String settlement) {
    return files.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters("currency", currency, "settlement", settlement));
  }

  @GET
  @Path("{id}/content")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed("FINANCE")
  @Operation(
      summary = "The file itself, byte for byte as it was made",
      description = "It holds whole account numbers; each download is in the audit trail.")
  public Response content(@PathParam("id") String id) {
    RemittanceFiles.Content file = files.download(visitor.actor(), Uids.parse(id));
    return Downloads.of(file.name(), file.mediaType(), file.bytes());
  }
}
