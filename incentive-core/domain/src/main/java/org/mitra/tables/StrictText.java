package org.mitra.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.mitra.problem.Problem;

/**
 * Decodes a file in its declared charset and refuses it where the bytes are not of that charset,
 * instead of putting question marks into names. What stands before the offending byte is handed out
 * first, so that the reader knows in which row it is.
 */
final class StrictText extends Reader {
  private static final int BUFFER = 32 * 1024;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  private final String charset;
  private long consumed;
  private boolean ended;
  private boolean flushed;
  private Problem refusal;

  StrictText(InputStream in, Charset charset) throws IOException {
    this.in = in;
    this.charset = charset.name();
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.limit(0);
    chars.limit(0);
    skipMark();
  }

  /** The byte order mark at the beginning, which has to go with the declared charset. */
  private void skipMark() throws IOException {
    fillBytes();
    String marked = markedCharset();
    if (!marked.isEmpty() && !charset.startsWith(marked)) {
      throw Problem.refused("file.charset-differs").with("declared", charset).with("found", marked);
    }
    if (marked.equals("UTF-8")) {
      bytes.position(bytes.position() + 3);
    }
    // The decoder of plain UTF-16 needs its mark; those with a fixed byte order must not see it.
    if (marked.equals("UTF-16") && !charset.equals("UTF-16")) {
      bytes.position(bytes.position() + 2);
    }
  }

  private String markedCharset() {
    int first = bytes.remaining() > 1 ? bytes.get(0) & 0xff : 0;
    int second = bytes.remaining() > 1 ? bytes.get(1) & 0xff : 0;
    int third = bytes.remaining() > 2 ? bytes.get(2) & 0xff : 0;
    if (first == 0xef && second == 0xbb && third == 0xbf) {
      return "UTF-8";
    }
    boolean utf16 = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    return utf16 ? "UTF-16" : "";
  }

  private void fillBytes() throws IOException {
    bytes.compact();
    while (bytes.hasRemaining() && !ended) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + read);
      }
    }
    bytes.flip();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (refusal != null) {
        throw refusal;
      }
      if (flushed) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void decode() throws IOException {
    if (!ended) {
      fillBytes();
    }
    chars.clear();
    int before = bytes.position();
    CoderResult result = decoder.decode(bytes, chars, ended);
    consumed += bytes.position() - before;
    if (result.isUnderflow() && ended) {
      result = decoder.flush(chars);
      flushed = result.isUnderflow();
    }
    chars.flip();
    if (result.isError()) {
      refusal =
          Problem.refused("file.charset").with("charset", charset).with("position", consumed + 1);
    }
    for (int i = 0; i < chars.limit(); i++) {
      if (chars.get(i) == 0) {
        chars.limit(i);
        refusal = Problem.refused("file.nul");
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
