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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.partners.PartnerType;
import org.mitra.programs.EnrollmentSummary;
import org.mitra.programs.Enrollments;
import org.mitra.programs.PartnerFilter;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Who takes part in a program. */
@Path("programs/{program}/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "EXECUTIVE", "AUDITOR", "ADMINISTRATOR"})
public class EnrollmentsResource {
  @Inject private Enrollments enrollments;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param partner code
   * @param from first day; null for today, or the program's first day if that is later
   */
  public record NewEnrollment(String partner, LocalDate from) {}

  /**
   * Partners as they stand today.
   *
   * @param type null for all
   * @param level empty for all
   * @param region empty for all
   * @param from first day; null for today, or the program's first day if that is later
   */
  public record NewEnrollments(PartnerType type, String level, String region, LocalDate from) {}

  /**
   * @param enrolled how many
   */
  public record Enrolled(long enrolled) {}

  /**
   * @param until first day on which he no longer takes part; null for tomorrow
   */
  public record End(LocalDate until) {}

  @GET
  @Operation(summary = "Times of partners in the program, newest first")
  public Batch<EnrollmentSummary> list(
      @PathParam("program") String program,
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partnerCode") String partnerCode,
      @QueryParam("partnerName") String partnerName,
      @QueryParam("type") PartnerType type,
      @QueryParam("level") String level,
      @QueryParam("region") String region) {
    return enrollments.batch(
        visitor.actor(),
        Uids.parse(program),
        cursor,
        size,
        Answers.filters(
            "partnerCode", partnerCode,
            "partnerName", partnerName,
            "type", type == null ? null : type.name(),
            "level", level,
            "region", region));
  }

  @POST
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Enroll a partner")
  public Enrolled enroll(
      @PathParam("program") String program,
      @HeaderParam("Idempotency-Key") String key,
      NewEnrollment wanted) {
    UUID id = Uids.parse(program);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(program, String.valueOf(wanted)),
        Enrolled.class,
        () -> {
          enrollments.enroll(visitor.actor(), id, wanted.partner(), wanted.from());
          return new Enrolled(1);
        });
  }

  @POST
  @Path("matching")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(summary = "Enroll everybody who matches and does not take part on that day or later")
  public Enrolled enrollAll(
      @PathParam("program") String program,
      @HeaderParam("Idempotency-Key") String key,
      NewEnrollments wanted) {
    UUID id = Uids.parse(program);
    PartnerFilter filter = new PartnerFilter(wanted.type(), wanted.level(), wanted.region());
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(program, String.valueOf(wanted)),
        Enrolled.class,
        () -> new Enrolled(enrollments.enrollAll(visitor.actor(), id, filter, wanted.from())));
  }

  @POST
  @Path("{partner}/end")
  @RolesAllowed("CHANNEL_MANAGER")
  @Operation(
      summary = "End a partner's time in the program",
      description = "What he has sold by then still counts. Days that have come cannot be taken.")
  public void end(
      @PathParam("program") String program, @PathParam("partner") String partner, End wanted) {
    enrollments.leave(visitor.actor(), Uids.parse(program), partner, wanted.until());
  }
}
