package org.mitra.web;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that a browser keeps as a file. */
public final class Downloads {
  private Downloads() {}

  /** A file under its name. One that lies about its kind must not run as one of our pages. */
  public static Response of(String name, String mediaType, byte[] content) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content, mediaType)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
