package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/** The files of imports, in the database, so that any node can work on them. */
@ApplicationScoped
class ImportFiles {
  /** The largest file that is taken. */
  static final long LARGEST = 256L * 1024 * 1024;

  private static final int PART = 1024 * 1024;

  @Inject private Sql sql;

  /** Size and hash of a stored file. */
  record Stored(long size, Sha256 hash) {}

  /**
   * Stores a file part by part, inside the running transaction.
   *
   * @throws Problem 413 when it is too large
   */
  Stored store(long importId, InputStream in) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] part = new byte[PART];
    long size = 0;
    for (int number = 0; ; number++) {
      int length = in.readNBytes(part, 0, PART);
      if (length == 0) {
        break;
      }
      size += length;
      if (size > LARGEST) {
        throw Problem.of(Problem.Kind.TOO_LARGE, "file.too-large")
            .with("most", LARGEST / PART)
            .at("/file");
      }
      digest.update(part, 0, length);
      sql.update(
          "INSERT INTO feed_file_part (import_id, number, content) VALUES (?, ?, ?)",
          importId,
          number,
          length == PART ? part : Arrays.copyOf(part, length));
    }
    return new Stored(size, Sha256.from(digest.digest()));
  }

  /** A temporary copy, which the caller deletes. */
  @Transactional
  Path copy(long importId) {
    try {
      Path file = Files.createTempFile("mitra-import", ".tmp");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        write(importId, out);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(long importId, OutputStream out) {
    // Part by part: an old driver would fetch all of a hundred megabytes for one stream.
    List<Integer> parts =
        sql.rows(
            row -> row.integer("number"),
            "SELECT number FROM feed_file_part WHERE import_id = ? ORDER BY number",
            importId);
    for (int number : parts) {
      sql.each(
          row -> {
            try {
              out.write(row.bytes("content"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          "SELECT content FROM feed_file_part WHERE import_id = ? AND number = ?",
          importId,
          number);
    }
  }
}
