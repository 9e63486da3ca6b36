package org.mitra.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What browsers are told so that they help: no framing, no sniffing, no caching of people's data.
 * First of all filters, and for errors again. Bodies that are too large for anything are refused
 * here, before anybody reads them.
 */
public class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** A file of 100 MiB, the most that a page takes, with the form around it. */
  private static final long LARGEST_BODY = 102L * 1024 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    String path = Requests.path(request);
    if (!Requests.isResource(path)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (Requests.isResource(path) || Requests.isApi(path)) {
      // Pages have a policy of their own, with a nonce for each answer.
      response.setHeader(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    if (first && request.getContentLengthLong() > LARGEST_BODY) {
      response.setHeader("Connection", "close");
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    chain.doFilter(request, response);
  }
}
