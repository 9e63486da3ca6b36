package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Uids;
import org.mitra.payouts.PayoutState;
import org.mitra.rest.Answers;
import org.mitra.statements.StatementDetail;
import org.mitra.statements.StatementSummary;
import org.mitra.statements.Statements;
import org.mitra.text.Texts;

/** Statements, in both applications: each reader sees what his scope holds. */
@Path("statements")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"PARTNER_USER", "PARTNER_OWNER", "FINANCE", "EXECUTIVE", "AUDITOR"})
public class StatementsResource {
  @Inject private Statements statements;
  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;

  @GET
  @Operation(
      summary = "Statements, newest first",
      description = "Amounts are in the statement's currency, at its settlement scale.")
  public Batch<StatementSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partner") String partner,
      @QueryParam("currency") String currency,
      @QueryParam("state") PayoutState state,
      @QueryParam("settlement") String settlement) {
    return statements.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "partner", partner,
            "currency", currency,
            "state", state == null ? null : state.name(),
            "settlement", settlement));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "A statement with the reasons of its amounts and what became of its transfer",
      description =
          "Each explanation is a tree whose leaves add up to the amount. \"booked\" is read from the"
              + " ledger; \"agrees\" says whether it is what the statement says.")
  public StatementDetail get(@PathParam("id") String id) {
    return statements.get(visitor.actor(), Uids.parse(id));
  }

  @GET
  @Path("{id}/content")
  @Operation(
      summary = "A statement as it was issued, byte for byte",
      description = "Its SHA-256 is the statement's \"hash\", for as long as the statement exists.")
  public Response content(@PathParam("id") String id) {
    return Response.ok(statements.json(visitor.actor(), Uids.parse(id)), MediaType.APPLICATION_JSON)
        .build();
  }

  @GET
  @Path("{id}/pdf")
  @Produces("application/pdf")
  @Operation(summary = "A statement as PDF, in Indonesian (id) or English (en)")
  public Response pdf(@PathParam("id") String id, @QueryParam("language") String language) {
    StatementDetail statement = statements.get(visitor.actor(), Uids.parse(id));
    Locale locale = language == null ? visitor.locale() : Locale.forLanguageTag(language);
    byte[] pdf = StatementPdf.write(statement, Texts.in(locale), clock.zone());
    return Downloads.of(
        statement.summary().number().toLowerCase(Locale.ROOT) + ".pdf", "application/pdf", pdf);
  }
}
