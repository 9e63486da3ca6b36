package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets through the pages of {@link Routes}, each to those who may open it. Everything else is not
 * there.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Routes routes;
  @Inject private transient Visitor visitor;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = SignInMechanism.path(request);
    if (path.startsWith(SignInMechanism.API) || path.startsWith("/jakarta.faces.resource/")) {
      chain.doFilter(request, response);
      return;
    }
    if (path.isEmpty() || path.equals("/")) {
      response.sendRedirect(request.getContextPath() + "/home");
      return;
    }
    Optional<Routes.Page> page = routes.page(pageOf(path));
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!page.get().isPublic() && !visitor.isKnown()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (!page.get().isPublic()
        && visitor.actor().roles().stream().noneMatch(page.get().roles()::contains)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The page behind a path, without the parameters that servers allow in paths. */
  static String pageOf(String path) {
    int parameters = path.indexOf(';');
    return parameters < 0 ? path : path.substring(0, parameters);
  }
}
