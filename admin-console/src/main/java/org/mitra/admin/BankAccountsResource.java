package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mitra.bank.BankAccountDetail;
import org.mitra.bank.BankAccountState;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.data.Batch;
import org.mitra.data.Uids;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Partners' bank accounts, for whoever approves them. */
@Path("bank-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({"FINANCE", "AUDITOR"})
public class BankAccountsResource {
  @Inject private BankAccounts accounts;
  @Inject private Visitor visitor;

  /**
   * @param reason that the partner reads
   */
  public record RejectBankAccount(String reason) {}

  @GET
  @Operation(summary = "Partners' accounts, newest first; numbers show their last digits only")
  public Batch<BankAccountSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("partner") String partner,
      @QueryParam("currency") String currency,
      @QueryParam("state") BankAccountState state) {
    return accounts.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "partner", partner,
            "currency", currency,
            "state", state == null ? null : state.name()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "An account; finance sees the whole number")
  public BankAccountDetail get(@PathParam("id") String id) {
    return accounts.get(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/approve")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Approve an account: it is used once its waiting time is over")
  public BankAccountSummary approve(@PathParam("id") String id) {
    return accounts.approve(visitor.actor(), Uids.parse(id));
  }

  @POST
  @Path("{id}/reject")
  @RolesAllowed("FINANCE")
  @Operation(summary = "Reject an account, with the reason that its partner reads")
  public BankAccountSummary reject(@PathParam("id") String id, RejectBankAccount command) {
    return accounts.reject(visitor.actor(), Uids.parse(id), command.reason());
  }
}
