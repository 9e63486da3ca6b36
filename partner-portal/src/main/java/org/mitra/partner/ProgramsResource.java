package org.mitra.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.programs.Enrollments;
import org.mitra.programs.PartnerProgram;
import org.mitra.programs.Programs;
import org.mitra.web.Visitor;

/** Programs as a partner is told of them. */
@Path("programs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER"})
public class ProgramsResource {
  @Inject private Programs programs;
  @Inject private Enrollments enrollments;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param digest of the terms that were read
   */
  public record Joining(String digest) {}

  @GET
  @Operation(
      summary = "Programs that concern you: open to you as you stand today, or you are enrolled",
      description = "Terms in words are in your language. Running ones come first.")
  public List<PartnerProgram> list() {
    return programs.concerning(visitor.actor().requirePartner(), visitor.locale());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A program with its terms, as a document and in words")
  public PartnerProgram get(@PathParam("id") String id) {
    return programs.concerning(visitor.actor().requirePartner(), Uids.parse(id), visitor.locale());
  }

  @POST
  @Path("{id}/enrollment")
  @RolesAllowed("PARTNER_OWNER")
  @Operation(
      summary = "Enroll yourself, where the terms let partners do so",
      description =
          "From today, or from the program's first day. The digest says which terms you have read.")
  public PartnerProgram enroll(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Joining joining) {
    UUID program = Uids.parse(id);
    idempotency.once(
        visitor.actor(),
        key,
        List.of(id, String.valueOf(joining.digest())),
        String.class,
        () -> {
          enrollments.enrollMyself(visitor.actor(), program, joining.digest());
          return id;
        });
    return get(id);
  }
}
