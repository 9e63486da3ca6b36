package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.partners.Certificates;
import org.mitra.partners.PartnerDetail;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.Representatives;
import org.mitra.partners.SaveCertificate;
import org.mitra.partners.SavePartner;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Distributors, dealers and those who sell for them. */
@Path("partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "FINANCE", "AUDITOR", "ADMINISTRATOR"})
public class PartnersResource {
  @Inject private Partners partners;
  @Inject private Representatives representatives;
  @Inject private Certificates certificates;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param name as people know him
   */
  public record RepresentativeName(String name) {}

  /**
   * @param expiresOn first day on which it no longer holds; null when it stays
   */
  public record CertificateEnd(LocalDate expiresOn) {}

  @GET
  @Operation(summary = "Partners, newest first")
  public Batch<PartnerSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("code") String code,
      @QueryParam("name") String name,
      @QueryParam("type") PartnerType type,
      @QueryParam("level") String level,
      @QueryParam("region") String region,
      @QueryParam("territory") String territory) {
    return partners.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "code", code,
            "name", name,
            "type", type == null ? null : type.name(),
            "level", level,
            "region", region,
            "territory", territory));
  }

  @POST
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Create a partner")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = PartnerDetail.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, SavePartner partner) {
    PartnerDetail created =
        idempotency.once(
            visitor.actor(),
            key,
            partner,
            PartnerDetail.class,
            () -> partners.create(visitor.actor(), partner));
    return Answers.created("partners", created.uid(), created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A partner with his standing over time")
  public PartnerDetail get(@PathParam("id") String id) {
    return partners.get(visitor.actor().scope(), Uids.parse(id));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Change a partner",
      description =
          "Another parent, level, region or territory holds from standingFrom on, or from today; what was"
              + " known of later days is replaced.")
  public PartnerDetail change(
      @PathParam("id") String id, @QueryParam("version") int version, SavePartner partner) {
    return partners.change(visitor.actor(), Uids.parse(id), version, partner);
  }

  @PUT
  @Path("{id}/representatives/{code}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Add or rename a representative; one who left is back with it")
  public void saveRepresentative(
      @PathParam("id") String id, @PathParam("code") String code, RepresentativeName wanted) {
    representatives.save(visitor.actor(), codeOf(id), code, wanted.name());
  }

  @DELETE
  @Path("{id}/representatives/{code}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "A representative has left; what he sold stays his")
  public void endRepresentative(@PathParam("id") String id, @PathParam("code") String code) {
    representatives.end(visitor.actor(), codeOf(id), code);
  }

  @PUT
  @Path("{id}/certificates/{code}/{earnedOn}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Record a certificate that the partner earned, or until when it holds")
  public void saveCertificate(
      @PathParam("id") String id,
      @PathParam("code") String code,
      @PathParam("earnedOn") String earnedOn,
      CertificateEnd end) {
    certificates.saveAll(
        visitor.actor(),
        List.of(
            new SaveCertificate(
                codeOf(id), code, Answers.day(earnedOn, "earnedOn"), end.expiresOn())));
  }

  @DELETE
  @Path("{id}/certificates/{code}/{earnedOn}")
  @RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(summary = "Take back a certificate that was recorded by mistake")
  public void removeCertificate(
      @PathParam("id") String id,
      @PathParam("code") String code,
      @PathParam("earnedOn") String earnedOn) {
    certificates.remove(visitor.actor(), codeOf(id), code, Answers.day(earnedOn, "earnedOn"));
  }

  private String codeOf(String id) {
    return partners.get(visitor.actor().scope(), Uids.parse(id)).code();
  }
}
