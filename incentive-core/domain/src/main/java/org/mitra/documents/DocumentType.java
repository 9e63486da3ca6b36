package org.mitra.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Kinds of files that prove something. Told by their first bytes: names and declared types are only
 * claims.
 */
public enum DocumentType {
  PDF("application/pdf", ".pdf") {
    @Override
    boolean fits(byte[] content) {
      return startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
    }
  },
  JPEG("image/jpeg", ".jpg") {
    @Override
    boolean fits(byte[] content) {
      return startsWith(content, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    }
  },
  PNG("image/png", ".png") {
    @Override
    boolean fits(byte[] content) {
      return startsWith(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }
  };

  private final String mediaType;
  private final String suffix;

  DocumentType(String mediaType, String suffix) {
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  abstract boolean fits(byte[] content);

  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file's name. */
  public String suffix() {
    return suffix;
  }

  static Optional<DocumentType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.fits(content)).findFirst();
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length > magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }
}
