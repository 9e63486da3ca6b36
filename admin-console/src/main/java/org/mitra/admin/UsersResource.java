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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.Fields;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.SaveUser;
import org.mitra.identity.TokenSummary;
import org.mitra.identity.UserSummary;
import org.mitra.identity.Users;
import org.mitra.rest.Answers;
import org.mitra.web.Visitor;

/** Accounts. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed("ADMINISTRATOR")
public class UsersResource {
  @Inject private Users users;
  @Inject private ApiTokens tokens;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /**
   * @param password good for the first sign-in, 12 to 128 characters
   */
  public record NewUser(SaveUser user, String password) {
    public NewUser {
      Fields.present(user, "user");
    }
  }

  public record FirstPassword(String password) {}

  @GET
  @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
  @Operation(summary = "Accounts, newest first")
  public Batch<UserSummary> list(
      @QueryParam("cursor") String cursor,
      @QueryParam("size") @DefaultValue("100") int size,
      @QueryParam("username") String username,
      @QueryParam("displayName") String displayName,
      @QueryParam("partner") String partner,
      @QueryParam("role") Role role,
      @QueryParam("enabled") String enabled) {
    return users.batch(
        visitor.actor(),
        cursor,
        size,
        Answers.filters(
            "username", username,
            "displayName", displayName,
            "partner", partner,
            "role", role == null ? null : role.name(),
            "enabled", enabled));
  }

  @POST
  @Operation(
      summary = "Create an account",
      description = "With its first sign-in its owner has to choose a password of his own.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = UserSummary.class)))
  public Response create(@HeaderParam("Idempotency-Key") String key, NewUser wanted) {
    // The password is no part of what is kept about the request.
    UserSummary created =
        idempotency.once(
            visitor.actor(),
            key,
            wanted.user(),
            UserSummary.class,
            () -> users.create(visitor.actor(), wanted.user(), wanted.password()));
    return Answers.created("users", created.uid(), created);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
  @Operation(summary = "An account")
  public UserSummary get(@PathParam("id") String id) {
    return users.get(visitor.actor(), Uids.parse(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Change an account",
      description =
          "A change of roles, partner or access ends its sessions. Nobody changes his own roles or access.")
  public UserSummary change(
      @PathParam("id") String id, @QueryParam("version") int version, SaveUser user) {
    return users.change(visitor.actor(), Uids.parse(id), version, user);
  }

  @PUT
  @Path("{id}/password")
  @Operation(
      summary = "Set a password for somebody who forgot his",
      description = "It is good for one sign-in, at which its owner has to choose his own.")
  public void resetPassword(@PathParam("id") String id, FirstPassword wanted) {
    users.resetPassword(visitor.actor(), Uids.parse(id), wanted.password());
  }

  @GET
  @Path("{id}/tokens")
  @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
  @Operation(summary = "The API tokens of an account")
  public List<TokenSummary> tokens(@PathParam("id") String id) {
    return tokens.of(visitor.actor(), users.get(visitor.actor(), Uids.parse(id)).uid());
  }

  @DELETE
  @Path("{id}/tokens/{token}")
  @Operation(summary = "Revoke a token of an account, at once and for ever")
  public void revoke(@PathParam("id") String id, @PathParam("token") String token) {
    users.get(visitor.actor(), Uids.parse(id));
    tokens.revoke(visitor.actor(), Uids.parse(token));
  }
}
