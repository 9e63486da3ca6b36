package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.feeds.Feeds;
import org.mitra.idempotency.Idempotency;
import org.mitra.mappings.FeedKind;
import org.mitra.web.Visitor;

/** Facts that programs send directly, without a file. */
@Path("feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"CHANNEL_MANAGER", "ADMINISTRATOR"})
public class FeedsResource {
  private static final String ROWS =
      "Rows of texts by field: plain decimals, ISO dates and times. 1,000 rows at most. Each row is judged by"
          + " itself: one that cannot be believed is quarantined and keeps no other out.";

  @Inject private Feeds feeds;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * What one request brings.
   *
   * @param rows texts by field
   */
  public record Rows(List<Map<String, String>> rows) {
    public Rows {
      rows = rows == null ? List.of() : List.copyOf(rows);
    }
  }

  @POST
  @Path("sales")
  @Operation(summary = "Send sales lines", description = ROWS)
  public Feeds.Receipt sales(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.SALES, rows);
  }

  @POST
  @Path("partners")
  @Operation(summary = "Send partners", description = ROWS)
  public Feeds.Receipt partners(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.PARTNERS, rows);
  }

  @POST
  @Path("products")
  @Operation(summary = "Send products", description = ROWS)
  public Feeds.Receipt products(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.PRODUCTS, rows);
  }

  @POST
  @Path("representatives")
  @Operation(summary = "Send representatives", description = ROWS)
  public Feeds.Receipt representatives(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.REPRESENTATIVES, rows);
  }

  @POST
  @Path("certificates")
  @Operation(summary = "Send certificates of partners", description = ROWS)
  public Feeds.Receipt certificates(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.CERTIFICATES, rows);
  }

  @POST
  @Path("exchange-rates")
  @Operation(summary = "Send exchange rates", description = ROWS)
  public Feeds.Receipt exchangeRates(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.EXCHANGE_RATES, rows);
  }

  @POST
  @Path("agreed-figures")
  @Operation(summary = "Propose baselines and targets", description = ROWS)
  public Feeds.Receipt agreedFigures(@HeaderParam("Idempotency-Key") String key, Rows rows) {
    return deliver(key, FeedKind.AGREED_FIGURES, rows);
  }

  private Feeds.Receipt deliver(String key, FeedKind kind, Rows rows) {
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(kind, rows),
        Feeds.Receipt.class,
        () -> feeds.deliver(visitor.actor(), kind, rows.rows()));
  }
}
