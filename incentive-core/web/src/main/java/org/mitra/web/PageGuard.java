package org.mitra.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets through the pages of {@link Routes}, each to those who may open it. Everything else is not
 * there. Pages are read with GET and changed with POST only.
 */
public class PageGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Where a password is changed. */
  private static final String ACCOUNT = "/account";

  @Inject private transient Routes routes;
  @Inject private transient Visitor visitor;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Requests.path(request);
    if (Requests.isApi(path) || Requests.isResource(path)) {
      chain.doFilter(request, response);
      return;
    }
    if (path.isEmpty() || path.equals("/")) {
      response.sendRedirect(request.getContextPath() + "/home");
      return;
    }
    Optional<Routes.Page> page = routes.page(Requests.pageOf(path));
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!page.get().isPublic() && !visitor.isKnown()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (!page.get().isPublic()
        && visitor.actor().roles().stream().noneMatch(page.get().roles()::contains)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!Requests.reads(request) && !request.getMethod().equals("POST")) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (Requests.reads(request) && isSubmission(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (visitor.mustChangePassword() && !page.get().path().equals(ACCOUNT)) {
      response.sendRedirect(request.getContextPath() + ACCOUNT);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Faces would take the fields of a form from a link as well: nothing changes by a link here. */
  private static boolean isSubmission(HttpServletRequest request) {
    return request.getParameter("jakarta.faces.ViewState") != null;
  }
}
