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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.feeds.MappingTrial;
import org.mitra.feeds.Preview;
import org.mitra.idempotency.Idempotency;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappingDetail;
import org.mitra.mappings.MappingSummary;
import org.mitra.mappings.Mappings;
import org.mitra.mappings.SaveMapping;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** How files are read. */
@Path("mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR", "FINANCE", "AUDITOR"})
public class MappingsResource {
  @Inject private Mappings mappings;
  @Inject private MappingTrial trial;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * A mapping that is not saved, and some rows to try it on.
   *
   * @param definition the document, as JSON text
   * @param sample the first rows of a CSV file, with their header
   */
  public record Trial(String definition, String sample) {}

  @GET
  @Operation(summary = "The newest version of each mapping")
  public Batch<MappingSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("name") String name,
      @QueryParam("kind") FeedKind kind) {
    return mappings.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters("name", name, "kind", kind == null ? null : kind.name()));
  }

  @POST
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Save a mapping: the first version of its name, or the next when something changed",
      description = "A version never changes: an import can be read again as it was.")
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = MappingDetail.class)))
  public Response save(@HeaderParam("Idempotency-Key") String key, SaveMapping mapping) {
    MappingDetail saved =
        idempotency.once(
            visitor.actor(),
            key,
            mapping,
            MappingDetail.class,
            () -> mappings.save(visitor.actor(), mapping));
    return Answers.created("mappings", saved.summary().uid(), saved);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A version of a mapping with its document")
  public MappingDetail get(@PathParam("id") String id) {
    return mappings.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("try")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "What a mapping makes of some rows; nothing is stored")
  public Preview tryOut(Trial wanted) {
    return trial.of(visitor.actor(), wanted.definition(), wanted.sample());
  }
}
