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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Fields;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.roi.AddCostItem;
import org.mitra.roi.Basis;
import org.mitra.roi.CostItem;
import org.mitra.roi.CostItems;
import org.mitra.roi.CostKind;
import org.mitra.roi.ProgramReturns;
import org.mitra.roi.ReturnDetail;
import org.mitra.roi.ReturnsOverview;
import org.mitra.tables.TableFormat;
import org.mitra.text.Texts;
import org.mitra.web.Visitor;

/** What programs cost and bring. */
@Path("roi")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"EXECUTIVE", "CHANNEL_MANAGER", "FINANCE", "AUDITOR"})
public class RoiResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject private ProgramReturns returns;
  @Inject private CostItems costItems;
  @Inject private Visitor visitor;
  @Inject private Idempotency idempotency;

  /**
   * A cost that no calculation knows.
   *
   * @param incurredOn the day on which it arose
   * @param amount above zero, with no more decimals than the currency has
   * @param remark what it was for
   */
  public record NewCost(
      CostKind kind, LocalDate incurredOn, BigDecimal amount, String currency, String remark) {}

  @GET
  @Operation(
      summary = "What all programs cost and brought, by currency",
      description =
          "Amounts are at the currency's settlement scale. A percent of null means not defined: nothing was"
              + " spent, or the program has not begun. Costs are live; sales are as of salesAsOf.")
  public ReturnsOverview overview(@QueryParam("basis") @DefaultValue("BEFORE") String basis) {
    return returns.overview(visitor.actor(), basis(basis));
  }

  @GET
  @Path("table.{format}")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "The same as a table for a spreadsheet, csv or xlsx",
      description = "In the reader's language; numbers stay numbers, text never becomes a formula.")
  public Response table(
      @PathParam("format") String format,
      @QueryParam("basis") @DefaultValue("BEFORE") String basis) {
    TableFormat.Type type = type(format);
    return file("roi", type, returns.table(visitor.actor(), basis(basis), type, texts()));
  }

  @GET
  @Path("programs/{program}")
  @Operation(
      summary = "What one program cost and brought, with the reason of each figure",
      description = "The explanations are trees whose leaves add up to the amount.")
  public ReturnDetail program(
      @PathParam("program") String program,
      @QueryParam("basis") @DefaultValue("BEFORE") String basis) {
    return returns.program(visitor.actor(), Uids.parse(program), basis(basis));
  }

  @GET
  @Path("programs/{program}/table.{format}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The weeks or months around one program as a table, csv or xlsx")
  public Response steps(
      @PathParam("program") String program,
      @PathParam("format") String format,
      @QueryParam("basis") @DefaultValue("BEFORE") String basis) {
    TableFormat.Type type = type(format);
    return file(
        "roi-program",
        type,
        returns.table(visitor.actor(), Uids.parse(program), basis(basis), type, texts()));
  }

  @GET
  @Path("programs/{program}/costs")
  @Operation(summary = "What was typed in for a program, the latest first, with what was withdrawn")
  public List<CostItem> costs(@PathParam("program") String program) {
    return costItems.of(visitor.actor(), Uids.parse(program));
  }

  @POST
  @Path("programs/{program}/costs")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Type in a cost: administration, training or marketing")
  public Response add(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("program") String program,
      NewCost cost) {
    Fields.present(cost, "cost");
    AddCostItem command =
        new AddCostItem(
            Uids.parse(program),
            cost.kind(),
            cost.incurredOn(),
            cost.amount(),
            cost.currency(),
            cost.remark());
    CostItem added =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            CostItem.class,
            () -> costItems.add(visitor.actor(), command));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }

  @DELETE
  @Path("costs/{id}")
  @RolesAllowed({"CHANNEL_MANAGER", "FINANCE"})
  @Operation(summary = "Withdraw a cost; it stays listed and no longer counts")
  public CostItem withdraw(@PathParam("id") String id) {
    return costItems.withdraw(visitor.actor(), Uids.parse(id));
  }

  private Texts texts() {
    return Texts.in(visitor.locale());
  }

  private static Basis basis(String name) {
    for (Basis basis : Basis.values()) {
      if (basis.name().equals(name)) {
        return basis;
      }
    }
    throw Problem.invalid("roi.basis").at("/basis");
  }

  private static TableFormat.Type type(String format) {
    for (TableFormat.Type type : TableFormat.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(format)) {
        return type;
      }
    }
    throw Problem.invalid("roi.format").at("/format");
  }

  private static Response file(String name, TableFormat.Type type, byte[] bytes) {
    String extension = type.name().toLowerCase(Locale.ROOT);
    return Response.ok(bytes, type == TableFormat.Type.XLSX ? XLSX : CSV)
        .header("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"")
        .build();
  }
}
