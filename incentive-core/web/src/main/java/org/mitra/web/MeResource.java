package org.mitra.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.SignIns;
import org.mitra.identity.TokenScope;
import org.mitra.identity.TokenSummary;
import org.mitra.identity.Users;
import org.mitra.rest.Answers;

/** Whoever calls: who he is here, his password, his tokens. */
@Path("me")
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
public class MeResource {
  @Inject private Visitor visitor;
  @Inject private Users users;
  @Inject private SignIns signIns;
  @Inject private ApiTokens tokens;
  @Inject private Idempotency idempotency;
  @Inject private Session session;
  @Inject private HttpServletRequest request;

  /**
   * Who calls.
   *
   * @param partner code of the partner he works for; empty for the vendor's people
   * @param tokenScope what his token may be used for; null for a session
   */
  public record Me(
      String username,
      String displayName,
      Set<Role> roles,
      String partner,
      String language,
      TokenScope tokenScope) {}

  public record NewPassword(String oldPassword, String newPassword) {}

  public record Language(String language) {}

  /**
   * @param name what it is for
   * @param days for how long, 1 to 400
   */
  public record NewToken(String name, TokenScope scope, int days) {}

  /**
   * @param token shown only this once; null when the request is repeated with its key
   */
  public record IssuedToken(UUID uid, Instant expiresAt, String token) {}

  @GET
  @Operation(summary = "Who calls, and with which roles")
  public Me get() {
    Actor actor = visitor.actor();
    return new Me(
        actor.username(),
        actor.displayName(),
        new TreeSet<>(actor.roles()),
        visitor.getPartnerCode(),
        visitor.getLanguage(),
        visitor.tokenScope().orElse(null));
  }

  @PUT
  @Path("language")
  @Operation(summary = "Choose the language of pages and mails: id or en")
  public void speak(Language wanted) {
    users.speak(visitor.actor(), wanted.language());
  }

  @PUT
  @Path("password")
  @Operation(
      summary = "Change one's own password",
      description = "Ends all sessions but the one that asks; tokens stay valid.")
  public void changePassword(NewPassword passwords) {
    var somebody =
        signIns.changePassword(visitor.actor(), passwords.oldPassword(), passwords.newPassword());
    if (visitor.tokenScope().isEmpty()) {
      session.begin(somebody, request);
    }
  }

  @GET
  @Path("tokens")
  @Operation(summary = "One's own API tokens, newest first")
  public List<TokenSummary> tokens() {
    return tokens.mine(visitor.actor());
  }

  @POST
  @Path("tokens")
  @Operation(
      summary = "Issue an API token",
      description =
          "The token is in the answer, and nowhere else. A repeated request answers without it: revoke that"
              + " token and issue another.")
  @APIResponse(
      responseCode = "201",
      description = "Issued",
      content = @Content(schema = @Schema(implementation = IssuedToken.class)))
  public Response issue(@HeaderParam("Idempotency-Key") String key, NewToken wanted) {
    Actor actor = visitor.actor();
    AtomicReference<String> secret = new AtomicReference<>();
    IssuedToken kept =
        idempotency.once(
            actor,
            key,
            wanted,
            IssuedToken.class,
            () -> {
              var issued = tokens.issue(actor, wanted.name(), wanted.scope(), wanted.days());
              secret.set(issued.token());
              return new IssuedToken(issued.uid(), issued.expiresAt(), null);
            });
    return Answers.created(
        "me/tokens", kept.uid(), new IssuedToken(kept.uid(), kept.expiresAt(), secret.get()));
  }

  @DELETE
  @Path("tokens/{id}")
  @Operation(summary = "Revoke one of one's own tokens, at once and for ever")
  public void revoke(@PathParam("id") String id) {
    tokens.revoke(visitor.actor(), Uids.parse(id));
  }
}
