package org.mitra.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.clawbacks.WriteOffs;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Giving up what a partner owes: one person asks, another decides. */
@Path("write-offs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed("FINANCE")
public class WriteOffsResource {
  @Inject private WriteOffs writeOffs;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param clawback public id
   * @param amount more than zero, at most what is open, in the clawback's currency
   */
  public record AskWriteOff(UUID clawback, BigDecimal amount, String reason) {}

  @POST
  @Operation(summary = "Ask to give up some of what a partner owes")
  @APIResponse(responseCode = "201", description = "Waits for a second person")
  public Response ask(@HeaderParam("Idempotency-Key") String key, AskWriteOff command) {
    UUID uid =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            UUID.class,
            () ->
                writeOffs.request(
                    visitor.actor(), command.clawback(), command.amount(), command.reason()));
    return Answers.created("write-offs", uid, null);
  }

  @POST
  @Path("{id}/approve")
  @Operation(summary = "Agree: the books say so, and less is owed")
  public void approve(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
    decide(key, id, true);
  }

  @POST
  @Path("{id}/reject")
  @Operation(summary = "Refuse: what is owed stays")
  public void reject(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id) {
    decide(key, id, false);
  }

  private void decide(String key, String id, boolean agreed) {
    UUID uid = Uids.parse(id);
    idempotency.once(
        visitor.actor(),
        key,
        List.of(uid, agreed),
        UUID.class,
        () -> {
          writeOffs.decide(visitor.actor(), uid, agreed);
          return uid;
        });
  }
}
