package org.mitra.admin;

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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.ledger.Balance;
import org.mitra.ledger.Ledger;
import org.mitra.ledger.PostedEntry;
import org.mitra.web.Visitor;

/** The books, for reading. */
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "AUDITOR"})
public class LedgerResource {
  @Inject private Ledger ledger;
  @Inject private Visitor visitor;

  @GET
  @Path("balances")
  @Operation(summary = "What stands on each account; debit positive; zero in all for each currency")
  public List<Balance> balances() {
    return ledger.trialBalance(visitor.actor());
  }

  @GET
  @Path("entries")
  @Operation(summary = "Entries with their lines, newest first")
  public Batch<PostedEntry> entries(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("account") @DefaultValue("") String account,
      @QueryParam("party") @DefaultValue("") String party,
      @QueryParam("subject") @DefaultValue("") String subject) {
    return ledger.batch(
        visitor.actor(),
        cursor,
        size,
        Map.of("account", account, "party", party, "subject", subject));
  }

  @GET
  @Path("entries/{id}")
  @Operation(summary = "One entry")
  public PostedEntry entry(@PathParam("id") String id) {
    return ledger.entry(visitor.actor(), Uids.parse(id));
  }
}
