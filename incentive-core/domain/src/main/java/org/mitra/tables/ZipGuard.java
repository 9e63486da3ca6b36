package org.mitra.tables;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.mitra.problem.Problem;

/**
 * Looks at the table of contents of a zip file before anything is unpacked: one with a million
 * entries costs memory by being opened.
 */
final class ZipGuard {
  private static final int END_SIZE = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long MOST_CONTENTS = 256 * 1024;

  private ZipGuard() {}

  /**
   * @throws Problem 422 when the file is no complete zip file, or has too many entries
   */
  static void check(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      int tailSize = (int) Math.min(file.length(), END_SIZE + LONGEST_COMMENT);
      byte[] tail = new byte[tailSize];
      file.seek(file.length() - tailSize);
      file.readFully(tail);
      ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = tailSize - END_SIZE; at >= 0; at--) {
        if (buffer.getInt(at) == END_SIGNATURE) {
          check(buffer, at, file.length() - tailSize + at);
          return;
        }
      }
    }
    throw Problem.refused("file.cut");
  }

  private static void check(ByteBuffer buffer, int at, long position) {
    long size = buffer.getInt(at + 12) & 0xffffffffL;
    long start = buffer.getInt(at + 16) & 0xffffffffL;
    // The contents end where the end begins: otherwise there is more of them than they say.
    if (size > MOST_CONTENTS || start + size != position) {
      throw Problem.refused("file.zip-bomb");
    }
  }
}
