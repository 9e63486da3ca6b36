package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Uids;
import org.mitra.documents.DocumentSummary;
import org.mitra.documents.Documents;
import org.mitra.problem.Problem;

/** Proofs: uploaded by partners, read by whoever may see the partner. */
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER", "CHANNEL_MANAGER", "FINANCE", "AUDITOR"})
public class DocumentsResource {
  @Inject private Documents documents;
  @Inject private Visitor visitor;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({"PARTNER_USER", "PARTNER_OWNER"})
  @Operation(
      summary = "Upload a proof: one part with a PDF, JPEG or PNG of 10 MB at most",
      description = "Claims and fund activities then name the document by its uid.")
  public Response upload(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getFileName().isPresent())
            .findFirst()
            .orElseThrow(() -> Problem.invalid("document.empty"));
    try (InputStream content = file.getContent()) {
      DocumentSummary kept =
          documents.keep(
              visitor.actor(),
              file.getFileName().orElse(""),
              content.readNBytes(Documents.LARGEST + 1));
      return Response.status(Response.Status.CREATED).entity(kept).build();
    }
  }

  @GET
  @Path("{id}/content")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The file itself, as a download")
  public Response content(@PathParam("id") String id) {
    Documents.Content document = documents.content(visitor.actor().scope(), Uids.parse(id));
    return Downloads.of(document.name(), document.mediaType(), document.bytes());
  }
}
