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
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.feeds.Preview;
import org.mitra.feeds.Quarantine;
import org.mitra.feeds.QuarantineDetail;
import org.mitra.feeds.QuarantineState;
import org.mitra.feeds.QuarantineSummary;
import org.mitra.idempotency.Idempotency;
import org.mitra.jobs.JobDetail;
import org.mitra.mappings.FeedKind;
import org.mitra.rest.Answers;
import org.mitra.tables.TableFormat;
import org.mitra.web.Visitor;

/** Rows that cannot be believed, until somebody repairs, releases or dismisses them. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR", "FINANCE", "AUDITOR"})
public class QuarantineResource {
  @Inject private Quarantine quarantine;
  @Inject private RejectFile rejectFile;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * Tries a row again.
   *
   * @param cells text by column; null to leave the row as it is
   * @param version as read
   */
  public record Release(Map<String, String> cells, int version) {}

  /**
   * Sets a row aside.
   *
   * @param note why
   * @param version as read
   */
  public record Dismiss(String note, int version) {}

  /**
   * Rows with a reason.
   *
   * @param reason code of the first problem
   * @param importUid of that import only; null for all
   * @param note why they are set aside; not needed for trying them again
   */
  public record AllOf(String reason, UUID importUid, String note) {}

  /** How many rows were set aside. */
  public record Dismissed(int rows) {}

  @GET
  @Operation(summary = "Rows in quarantine, and what was decided about others; newest first")
  public Batch<QuarantineSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("state") QuarantineState state,
      @QueryParam("reason") String reason,
      @QueryParam("kind") FeedKind kind,
      @QueryParam("feed") String feed,
      @QueryParam("document") String document,
      @QueryParam("import") String importUid) {
    return quarantine.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "state", state == null ? null : state.name(),
            "reason", reason,
            "kind", kind == null ? null : kind.name(),
            "feed", feed,
            "document", document,
            "import", importUid));
  }

  @GET
  @Path("reasons")
  @Operation(summary = "How many rows are in quarantine, by reason, most first")
  public List<Preview.Reason> reasons() {
    return quarantine.reasons(visitor.actor());
  }

  @GET
  @Path("rejects")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "A file with row, column, value and reason of what is in quarantine")
  public Response rejects(
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("reason") String reason,
      @QueryParam("import") String importUid)
      throws IOException {
    TableFormat.Type type = RejectFile.type(format);
    Map<String, String> filters =
        Answers.filters("state", "QUARANTINED", "reason", reason, "import", importUid);
    return Downloads.file(
        "rejects." + format, RejectFile.mediaType(type), rejectFile.write(type, filters));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A row with its cells and everything that is wrong with it")
  public QuarantineDetail get(@PathParam("id") String id) {
    return quarantine.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/release")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Try a row again, as it is or with repaired cells",
      description = "What is still wrong stands in the answer, and the repaired cells are kept.")
  public QuarantineDetail release(@PathParam("id") String id, Release command) {
    return quarantine.release(visitor.actor(), Uids.parse(id), command.cells(), command.version());
  }

  @POST
  @Path("{id}/dismiss")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Set a row aside, with the reason why")
  public QuarantineDetail dismiss(@PathParam("id") String id, Dismiss command) {
    return quarantine.dismiss(visitor.actor(), Uids.parse(id), command.note(), command.version());
  }

  @POST
  @Path("release")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Try all rows with a reason again, as a job")
  public JobDetail releaseAll(@HeaderParam("Idempotency-Key") String key, AllOf rows) {
    return idempotency.once(
        visitor.actor(),
        key,
        rows,
        JobDetail.class,
        () -> quarantine.releaseAll(visitor.actor(), rows.importUid(), rows.reason(), key));
  }

  @POST
  @Path("dismiss")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Set all rows with a reason aside")
  public Dismissed dismissAll(@HeaderParam("Idempotency-Key") String key, AllOf rows) {
    return idempotency.once(
        visitor.actor(),
        key,
        rows,
        Dismissed.class,
        () ->
            new Dismissed(
                quarantine.dismissAll(
                    visitor.actor(), rows.importUid(), rows.reason(), rows.note())));
  }
}
