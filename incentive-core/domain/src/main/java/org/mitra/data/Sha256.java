package org.mitra.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash, stored as {@code BINARY(32)}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
  /** The hash before the first. */
  public static final Sha256 NONE = new Sha256("0".repeat(64));

  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Sha256 of(byte[] bytes) {
    return from(digest().digest(bytes));
  }

  /** Hashes texts so that no two lists of texts are the same to it: each goes with its length. */
  public static Sha256 ofParts(String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return from(digest.digest());
  }

  /** From its 32 bytes. */
  public static Sha256 from(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(bytes));
  }

  /** For hashing a stream. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
