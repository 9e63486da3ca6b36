package org.mitra.web;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for, by its path below the application's root. */
final class Requests {
  /** Paths below this one are for programs: they get a status and JSON, never a page. */
  static final String API = "/api/";

  private static final String RESOURCES = "/jakarta.faces.resource/";

  private Requests() {}

  /**
   * The path as it came: nothing decoded, so nothing that looks like another path passes for it.
   */
  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  static boolean isApi(String path) {
    return path.startsWith(API) || path.equals("/api");
  }

  /** Styles, scripts and images of pages, which are the same for everybody. */
  static boolean isResource(String path) {
    return path.startsWith(RESOURCES);
  }

  /** The page behind a path, without the parameters that servers allow in paths. */
  static String pageOf(String path) {
    int parameters = path.indexOf(';');
    return parameters < 0 ? path : path.substring(0, parameters);
  }

  static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** The page of this application from which the request was made; the home page when unknown. */
  static String cameFrom(HttpServletRequest request) {
    String referer = request.getHeader("Referer");
    String own = request.getContextPath() + "/";
    int start = referer == null ? -1 : referer.indexOf(own, "https://".length());
    return start < 0 ? "/home" : inside(referer.substring(start + own.length() - 1));
  }

  /**
   * The path if it is one of this application, else the home page: nobody is led elsewhere by a
   * link.
   */
  static String inside(String path) {
    boolean own =
        path != null
            && path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 0x7f);
    return own ? path : "/home";
  }
}
