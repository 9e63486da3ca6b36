package org.mitra.admin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as answers: saved by the browser, never shown inside our own pages. */
final class Downloads {
  private Downloads() {}

  /**
   * @param file temporary and written whole, so that a failure is a status and not half a file; it
   *     is deleted once it was sent
   */
  static Response file(String name, String mediaType, Path file) {
    StreamingOutput content =
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            Files.deleteIfExists(file);
          }
        };
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content, mediaType)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
