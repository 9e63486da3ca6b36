package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.access.Actor;
import org.mitra.data.Batch;
import org.mitra.data.Fields;
import org.mitra.data.Uids;
import org.mitra.engine.Finding;
import org.mitra.engine.Terms;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.EditDraft;
import org.mitra.programs.ProgramDetail;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.ProgramState;
import org.mitra.programs.ProgramSummary;
import org.mitra.programs.Programs;
import org.mitra.programs.VersionState;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.TermsJson;
import org.mitra.rest.Answers;
import org.mitra.web.Once;
import org.mitra.web.Visitor;

/** Programs, and the steps that their versions take. */
@Path("programs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "EXECUTIVE", "AUDITOR", "ADMINISTRATOR"})
public class ProgramsResource {
  @Inject private Programs programs;
  @Inject private Once once;
  @Inject private Visitor visitor;

  /**
   * @param code business key of the program; normalised
   * @param terms as {@code GET terms/schema} describes them
   */
  public record NewProgram(String code, JsonObject terms) {}

  /**
   * @param terms as {@code GET terms/schema} describes them
   * @param effectiveFrom for an amendment, the start of the period from which it holds; null leaves
   *     it
   */
  public record NewTerms(JsonObject terms, LocalDate effectiveFrom) {}

  /**
   * @param terms as {@code GET terms/schema} describes them
   */
  public record Wanted(JsonObject terms) {}

  /**
   * @param digest SHA-256 of the terms in their canonical form
   * @param words the terms as sentences in the caller's language
   * @param reach how many partners are in scope today
   * @param findings what somebody should know before relying on them
   */
  public record Checked(String digest, List<Clause> words, long reach, List<Finding> findings) {}

  /**
   * @param digest of the terms that the approver has read
   * @param remark may be empty
   */
  public record Approval(String digest, String remark) {}

  /**
   * @param reason why the terms are meant so, where something was found about them; may be left out
   */
  public record Submission(String reason) {}

  /**
   * @param reason for whoever works on it next
   */
  public record SentBack(String reason) {}

  /**
   * @param effectiveFrom start of a period to come; null for the next
   */
  public record Amendment(LocalDate effectiveFrom) {}

  /**
   * @param code of the new program
   */
  public record Copy(String code) {}

  @GET
  @Operation(
      summary = "Programs, newest first, each by its newest version",
      description = "kind is the type of the rule, such as flat, tiered or contest.")
  public Batch<ProgramSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("code") String code,
      @QueryParam("name") String name,
      @QueryParam("state") ProgramState state,
      @QueryParam("kind") String kind,
      @QueryParam("versionState") VersionState versionState) {
    return programs.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "code", code,
            "name", name,
            "state", state == null ? null : state.name(),
            "kind", kind,
            "versionState", versionState == null ? null : versionState.name()));
  }

  @POST
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Create a program as a draft",
      description = "It counts for nothing until somebody else approved it and it was published.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProgramRef.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, NewProgram wanted) {
    return created(
        key,
        "create",
        wanted,
        actor -> programs.create(actor, new CreateProgram(wanted.code(), terms(wanted.terms()))));
  }

  private Response created(
      String key, String step, Object request, Function<Actor, ProgramRef> work) {
    ProgramRef ref = once.step(key, step, request, ProgramRef.class, work);
    return Answers.created("programs", ref.program(), ref);
  }

  private static Terms terms(JsonObject json) {
    return TermsJson.decode(Fields.present(json, "terms"), "/terms");
  }

  @POST
  @Path("check")
  @Operation(
      summary = "Check terms without storing anything",
      description = "Mistakes come all at once, each with its pointer.")
  public Checked check(Wanted wanted) {
    Terms terms = terms(wanted.terms());
    return new Checked(
        TermsJson.digest(terms).hex(),
        programs.words(visitor.actor(), terms, visitor.locale()),
        programs.reach(visitor.actor(), terms),
        programs.findings(visitor.actor(), terms));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A program with all its versions, newest first")
  public ProgramDetail get(@PathParam("id") String id) {
    return programs.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/amend")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Begin a new version of a published program",
      description = "It holds from the start of a later period; what has begun keeps its terms.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProgramRef.class)))
  public Response amend(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Amendment wanted) {
    UUID program = Uids.parse(id);
    return created(
        key,
        "amend",
        List.of(id, wanted),
        actor -> programs.amend(actor, program, wanted.effectiveFrom()));
  }

  @POST
  @Path("{id}/copy")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Begin a new program with the terms of this one, and nothing else of it")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProgramRef.class)))
  public Response copy(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Copy wanted) {
    UUID program = Uids.parse(id);
    return created(
        key, "copy", List.of(id, wanted), actor -> programs.copy(actor, program, wanted.code()));
  }

  @POST
  @Path("{id}/close")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "End a program with the period that runs today",
      description = "Past periods are still computed and settled. This cannot be undone.")
  public ProgramRef close(@PathParam("id") String id) {
    return programs.close(visitor.actor(), Uids.parse(id));
  }

  @PUT
  @Path("versions/{version}")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Replace the terms of a draft",
      description = "revision is the one that was read; a change in between answers 409.")
  public ProgramRef edit(
      @PathParam("version") String version, @QueryParam("revision") int revision, NewTerms wanted) {
    return programs.edit(
        visitor.actor(),
        new EditDraft(
            Uids.parse(version), revision, terms(wanted.terms()), wanted.effectiveFrom()));
  }

  @GET
  @Path("versions/{version}/words")
  @Operation(summary = "The terms of a version as sentences in the caller's language")
  public List<Clause> words(@PathParam("version") String version) {
    UUID uid = Uids.parse(version);
    JsonObject terms =
        programs.ofVersion(visitor.actor(), uid).versions().stream()
            .filter(one -> one.uid().equals(uid))
            .findFirst()
            .orElseThrow()
            .terms();
    return programs.words(visitor.actor(), TermsJson.decode(terms, ""), visitor.locale());
  }

  @GET
  @Path("versions/{version}/findings")
  @Operation(
      summary = "What is found about a version that is not published yet",
      description =
          "Cliffs, falling rates, tiers that nobody needs, programs that pay for the same sales, a"
              + " budget below what last year's sales would have cost.")
  public List<Finding> findings(@PathParam("version") String version) {
    return programs.findings(visitor.actor(), Uids.parse(version));
  }

  @POST
  @Path("versions/{version}/submit")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Hand a draft in for approval",
      description = "The reason is needed when something was found about the terms.")
  public ProgramRef submit(@PathParam("version") String version, Submission wanted) {
    String reason = wanted == null ? "" : wanted.reason();
    return programs.submit(visitor.actor(), Uids.parse(version), reason);
  }

  @POST
  @Path("versions/{version}/approve")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(
      summary = "Approve what somebody else submitted",
      description =
          "Whoever had a hand in it is refused. The digest says which terms were read; when they"
              + " were changed since, the answer is 409.")
  public ProgramRef approve(@PathParam("version") String version, Approval approval) {
    return programs.approve(
        visitor.actor(), Uids.parse(version), approval.digest(), approval.remark());
  }

  @POST
  @Path("versions/{version}/send-back")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Make a draft of a submitted or approved version again, with the reason")
  public ProgramRef sendBack(@PathParam("version") String version, SentBack sentBack) {
    return programs.sendBack(visitor.actor(), Uids.parse(version), sentBack.reason());
  }

  @POST
  @Path("versions/{version}/publish")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "Let approved terms hold from their day on",
      description = "What is published never changes and is never deleted.")
  public ProgramRef publish(@PathParam("version") String version) {
    return programs.publish(visitor.actor(), Uids.parse(version));
  }

  @POST
  @Path("versions/{version}/discard")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Give a version up that was never published")
  public ProgramRef discard(@PathParam("version") String version) {
    return programs.discard(visitor.actor(), Uids.parse(version));
  }
}
