package org.mitra.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.identity.ApiTokens;
import org.mitra.identity.SignedIn;
import org.mitra.identity.Users;

/**
 * Knows people by their session and programs by their token. What somebody may do is read anew for
 * each request: a role that was taken away, or an account that was disabled, is gone with the next
 * click.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  @Inject private Users users;
  @Inject private ApiTokens tokens;
  @Inject private Session session;
  @Inject private Visitor visitor;
  @Inject private Routes routes;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    String path = Requests.path(request);
    if (Requests.isApi(path) && request.getHeader("Authorization") != null) {
      byToken(request).ifPresent(holder -> visitor.is(holder.signedIn(), holder.scope()));
    } else {
      bySession(request).ifPresent(visitor::is);
    }
    if (visitor.isKnown()) {
      Actor actor = visitor.actor();
      return context.notifyContainerAboutLogin(
          actor.username(), actor.roles().stream().map(Role::name).collect(Collectors.toSet()));
    }
    if (Requests.isApi(path) || isOpen(path)) {
      return context.doNothing();
    }
    return signInFirst(request, response, path);
  }

  private Optional<ApiTokens.TokenHolder> byToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (!header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return Optional.empty();
    }
    return tokens
        .holder(header.substring("bearer ".length()).strip())
        .filter(holder -> belongsHere(holder.signedIn()));
  }

  private Optional<SignedIn> bySession(HttpServletRequest request) {
    if (request.getSession(false) == null || session.username() == null) {
      return Optional.empty();
    }
    Optional<SignedIn> somebody =
        users
            .find(session.username())
            .filter(s -> s.sessionEpoch() == session.epoch() && belongsHere(s));
    if (somebody.isEmpty()) {
      request.getSession(false).invalidate();
    }
    return somebody;
  }

  /** Whoever belongs to the other application is nobody here. */
  private boolean belongsHere(SignedIn somebody) {
    return somebody.actor().roles().stream().anyMatch(routes.roles()::contains);
  }

  /** Resources of pages are open to all; so are pages that say so, and those that do not exist. */
  private boolean isOpen(String path) {
    return Requests.isResource(path)
        || routes.page(Requests.pageOf(path)).map(Routes.Page::isPublic).orElse(true);
  }

  private static AuthenticationStatus signInFirst(
      HttpServletRequest request, HttpServletResponse response, String path) {
    boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String target =
        request.getContextPath()
            + "/sign-in?to="
            + URLEncoder.encode(ajax ? "/" : path + query, StandardCharsets.UTF_8);
    try {
      if (ajax) {
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + target
                    + "\"/></partial-response>");
      } else {
        response.sendRedirect(target);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
