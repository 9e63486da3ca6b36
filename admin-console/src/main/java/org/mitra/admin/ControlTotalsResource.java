package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.feeds.ControlTotals;
import org.mitra.feeds.LineTotal;
import org.mitra.feeds.LineTotals;
import org.mitra.web.Visitor;

/** Where every line of a month went. */
@Path("control-totals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR", "FINANCE", "AUDITOR", "EXECUTIVE"})
public class ControlTotalsResource {
  @Inject private ControlTotals totals;
  @Inject private LineTotals lineTotals;
  @Inject private Visitor visitor;

  /**
   * The control totals of a month.
   *
   * @param rows what became of the rows that were received
   * @param lines what became of the lines that were taken in
   */
  public record MonthTotals(List<ControlTotals.FeedTotal> rows, List<LineTotal> lines) {}

  @GET
  @Path("{month}")
  @Operation(
      summary = "What feeds brought for a month, such as 2026-11, and what became of it",
      description =
          "Rows: received + repaired = stored + unchanged + quarantined + dismissed. Lines: stored = credited +"
              + " notCredited + superseded + elsewhere + uncalculated.")
  public MonthTotals get(@PathParam("month") String month) {
    YearMonth wanted = ControlTotalsPage.parse(month);
    return new MonthTotals(
        totals.ofMonth(visitor.actor(), wanted), lineTotals.ofMonth(visitor.actor(), wanted));
  }
}
