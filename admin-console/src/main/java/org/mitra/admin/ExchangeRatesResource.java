package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.exchange.ExchangeRate;
import org.mitra.exchange.ExchangeRates;
import org.mitra.exchange.SaveRate;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** What currencies were worth in each other. */
@Path("exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "CHANNEL_MANAGER", "EXECUTIVE", "AUDITOR", "ADMINISTRATOR"})
public class ExchangeRatesResource {
  @Inject private ExchangeRates rates;
  @Inject private Visitor visitor;

  /**
   * @param rate so much for one unit; more than zero, up to ten decimals
   * @param source where it was published
   */
  public record RateOfDay(BigDecimal rate, String source) {}

  @GET
  @Operation(summary = "Exchange rates, entered last first")
  public Batch<ExchangeRate> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("since") String since,
      @QueryParam("until") String until) {
    return rates.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters("from", from, "to", to, "since", since, "until", until));
  }

  @PUT
  @Path("{from}/{to}/{day}")
  @RolesAllowed({"FINANCE", "CHANNEL_MANAGER", "ADMINISTRATOR"})
  @Operation(
      summary = "Enter a rate, or correct it",
      description = "What was computed with it follows; the audit trail has the rate before.")
  public void save(
      @PathParam("from") String from,
      @PathParam("to") String to,
      @PathParam("day") String day,
      RateOfDay rate) {
    rates.saveAll(
        visitor.actor(),
        List.of(new SaveRate(from, to, Answers.day(day, "day"), rate.rate(), rate.source())));
  }
}
