package org.mitra.data;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.mitra.problem.Problem;

/**
 * Public ids: UUIDs of version 7, whose leading time keeps the index in order, and whose rest
 * nobody guesses.
 */
public final class Uids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uids() {}

  public static UUID next(Instant now) {
    long random = RANDOM.nextLong();
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random >>> 52);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /**
   * Reads an id from a request.
   *
   * @throws Problem 404: a malformed id names nothing
   */
  public static UUID parse(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equalsIgnoreCase(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // Answered below, like any id that names nothing.
    }
    throw Problem.notFound();
  }

  public static byte[] toBytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  public static UUID fromBytes(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
