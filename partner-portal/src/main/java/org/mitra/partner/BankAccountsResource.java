package org.mitra.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.bank.ProposeBankAccount;
import org.mitra.data.Fields;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Where the partner is paid, for its owner. */
@Path("bank-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed("PARTNER_OWNER")
public class BankAccountsResource {
  @Inject private BankAccounts accounts;
  @Inject private Visitor visitor;

  /**
   * @param password of whoever asks, once more
   */
  public record NewBankAccount(ProposeBankAccount account, String password) {
    public NewBankAccount {
      Fields.present(account, "account");
      Fields.present(password, "password");
    }
  }

  @GET
  @Operation(
      summary = "The partner's own accounts, newest first; numbers show their last digits only")
  public List<BankAccountSummary> list() {
    return accounts.mine(visitor.actor());
  }

  @POST
  @Operation(
      summary = "Propose an account for payouts",
      description =
          "Needs the password once more. Finance approves it, and some days pass before it is used.")
  @APIResponse(
      responseCode = "201",
      description = "Waits for approval",
      content = @Content(schema = @Schema(implementation = BankAccountSummary.class)))
  public Response propose(@HeaderParam("Idempotency-Key") String key, NewBankAccount wanted) {
    BankAccountSummary proposed =
        accounts.propose(visitor.actor(), wanted.account(), wanted.password(), key);
    return Answers.created("bank-accounts", proposed.uid(), proposed);
  }
}
