package org.mitra.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import org.mitra.data.Sha256;
import org.mitra.feeds.Imports;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Visitor;

/** Uploads a file once for each key, from the page and from REST. */
@RequestScoped
public class Uploads {
  @Inject private Imports imports;
  @Inject private Idempotency idempotency;
  @Inject private Visitor visitor;

  /** What makes two uploads with one key the same. */
  public record Upload(String mapping, String fileName, String sha256) {}

  /** The import that came of it. */
  public record Uploaded(UUID uid) {}

  /**
   * @param key of the request: the same file sent again with it is the same import
   * @param mapping name of a mapping, or id of a version
   * @return public id of the import
   */
  public UUID take(String key, String mapping, String fileName, InputStream content)
      throws IOException {
    Path file = Files.createTempFile("mitra-upload", ".tmp");
    try {
      Upload upload = new Upload(mapping, fileName, copy(content, file).hex());
      return idempotency
          .once(visitor.actor(), key, upload, Uploaded.class, () -> store(upload, file))
          .uid();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Sha256 copy(InputStream content, Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      // One byte more than may be is enough to be refused.
      byte[] part = new byte[64 * 1024];
      long left = Imports.LARGEST + 1;
      for (int read = content.read(part); read > 0 && left > 0; read = content.read(part)) {
        out.write(part, 0, (int) Math.min(read, left));
        left -= read;
      }
    }
    return Sha256.from(digest.digest());
  }

  private Uploaded store(Upload upload, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new Uploaded(
          imports.upload(visitor.actor(), upload.mapping(), upload.fileName(), in).summary().uid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
