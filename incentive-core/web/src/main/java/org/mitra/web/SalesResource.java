package org.mitra.web;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.access.PartnerScope;
import org.mitra.accruals.LineVerdict;
import org.mitra.accruals.LineVerdicts;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.sales.ReportSale;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.SaleSummary;
import org.mitra.sales.Sales;

/** Sales lines, each for whoever may see it. */
@Path("sales")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({
  "PARTNER_USER",
  "PARTNER_OWNER",
  "CHANNEL_MANAGER",
  "FINANCE",
  "EXECUTIVE",
  "AUDITOR",
  "ADMINISTRATOR"
})
public class SalesResource {
  @Inject private Sales sales;
  @Inject private LineVerdicts verdicts;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  @GET
  @Operation(summary = "Sales lines in their newest version, newest first")
  public Batch<SaleSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("document") String document,
      @QueryParam("source") String source,
      @QueryParam("kind") Kind kind,
      @QueryParam("flow") Flow flow,
      @QueryParam("seller") String seller,
      @QueryParam("buyer") String buyer,
      @QueryParam("customerCode") String customerCode,
      @QueryParam("representative") String representative,
      @QueryParam("product") String product,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    return sales.batch(
        visitor.actor().scope(),
        cursor,
        size,
        Answers.filters(
            "document",
            document,
            "source",
            source,
            "kind",
            kind == null ? null : kind.name(),
            "flow",
            flow == null ? null : flow.name(),
            "seller",
            seller,
            "buyer",
            buyer,
            "customerCode",
            customerCode,
            "representative",
            representative,
            "product",
            product,
            "from",
            from,
            "until",
            until));
  }

  @POST
  @RolesAllowed({"PARTNER_USER", "PARTNER_OWNER", "CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Report one sale to an end customer, where there is no feed",
      description = "A partner's people report for their own partner: leave the seller empty.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = SaleDetail.class)))
  public Response report(@HeaderParam("Idempotency-Key") String key, ReportSale sale) {
    SaleDetail recorded =
        idempotency.once(
            visitor.actor(),
            key,
            sale,
            SaleDetail.class,
            () -> sales.report(visitor.actor(), sale));
    return Answers.created("sales", recorded.line().uid(), recorded);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A line with its versions and what undoes it")
  public SaleDetail get(@PathParam("id") String id) {
    return sales.get(visitor.actor().scope(), Uids.parse(id));
  }

  @GET
  @Path("{id}/credits")
  @Operation(summary = "Why programs credit a line, or do not")
  public List<LineVerdict> credits(@PathParam("id") String id) {
    PartnerScope scope = visitor.actor().scope();
    return verdicts.of(scope, sales.get(scope, Uids.parse(id)).line().uid());
  }
}
