package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.feeds.ImportDetail;
import org.mitra.feeds.ImportState;
import org.mitra.feeds.ImportSummary;
import org.mitra.feeds.Imports;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Files on their way in. */
@Path("feeds/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR", "FINANCE", "AUDITOR"})
public class ImportsResource {
  @Inject private Imports imports;
  @Inject private Uploads uploads;
  @Inject private Visitor visitor;

  /**
   * How a file is to be looked at again.
   *
   * @param mapping name of a mapping or id of a version; empty for the newest version of its own
   */
  public record LookAgain(String mapping) {}

  @GET
  @Operation(summary = "Imports, newest first")
  public Batch<ImportSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("kind") FeedKind kind,
      @QueryParam("state") ImportState state,
      @QueryParam("mapping") String mapping,
      @QueryParam("fileName") String fileName) {
    return imports.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "kind",
            kind == null ? null : kind.name(),
            "state",
            state == null ? null : state.name(),
            "mapping",
            mapping,
            "fileName",
            fileName));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Upload a file: one part with a CSV or XLSX of 256 MB at most",
      description =
          "It is looked at as a job; nothing of it is stored before it is committed. Follow the import until its"
              + " state is PREVIEWED or REFUSED.")
  @APIResponse(
      responseCode = "201",
      description = "Uploaded",
      content = @Content(schema = @Schema(implementation = ImportDetail.class)))
  public Response upload(
      @HeaderParam("Idempotency-Key") String key,
      @QueryParam("mapping") String mapping,
      List<EntityPart> parts)
      throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getFileName().isPresent())
            .findFirst()
            .orElseThrow(() -> Problem.refused("file.empty").at("/file"));
    try (InputStream content = file.getContent()) {
      UUID uid = uploads.take(key, mapping, file.getFileName().orElse(""), content);
      return Answers.created("feeds/imports", uid, imports.get(visitor.actor(), uid));
    }
  }

  @GET
  @Path("{id}")
  @Operation(summary = "An import with what it would do, or did, and its control totals")
  public ImportDetail get(@PathParam("id") String id) {
    return imports.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/preview")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Look at an uploaded file again, perhaps with another mapping")
  public ImportDetail preview(@PathParam("id") String id, LookAgain command) {
    return imports.preview(
        visitor.actor(), Uids.parse(id), command == null ? "" : command.mapping());
  }

  @POST
  @Path("{id}/commit")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Take the rows of a file in",
      description =
          "A job does it; asked for again, it is already being done, and each row is taken in once. Follow the"
              + " import until its state is COMMITTED.")
  public ImportDetail commit(@PathParam("id") String id) {
    return imports.commit(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/discard")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Give an upload up before it is committed")
  public ImportDetail discard(@PathParam("id") String id) {
    return imports.discard(visitor.actor(), Uids.parse(id));
  }

  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The file as it was uploaded, as a download")
  public Response file(@PathParam("id") String id) {
    UUID uid = Uids.parse(id);
    String name = imports.get(visitor.actor(), uid).summary().fileName();
    return Downloads.file(
        name, MediaType.APPLICATION_OCTET_STREAM, imports.file(visitor.actor(), uid));
  }
}
