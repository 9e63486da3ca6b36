package org.mitra.tables;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The strings that cells of a workbook share, kept in two temporary files: where each begins, and
 * the strings. A million of them take no memory.
 */
final class SheetStrings implements Closeable {
  private static final int CACHED = 2_000;

  private final Path offsets;
  private final Path texts;
  private final long count;
  private final RandomAccessFile offsetFile;
  private final RandomAccessFile textFile;
  private final Map<Integer, String> cache =
      new LinkedHashMap<>(CACHED * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
          return size() > CACHED;
        }
      };

  /**
   * @param xml the part with the strings; null when the workbook has none
   */
  SheetStrings(InputStream xml) throws IOException, SAXException {
    offsets = Files.createTempFile("mitra-strings", ".offsets");
    texts = Files.createTempFile("mitra-strings", ".texts");
    Collector collector = new Collector();
    try (DataOutputStream offsetsOut = output(offsets);
        DataOutputStream textsOut = output(texts)) {
      collector.offsetsOut = offsetsOut;
      collector.textsOut = textsOut;
      if (xml != null) {
        SheetXml.parse(xml, collector);
      }
      offsetsOut.writeLong(collector.position);
    } catch (IOException | SAXException | RuntimeException e) {
      delete();
      throw e;
    }
    count = collector.count;
    offsetFile = new RandomAccessFile(offsets.toFile(), "r");
    textFile = new RandomAccessFile(texts.toFile(), "r");
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024));
  }

  /** The string with that number; null when there is none. */
  String get(int index) {
    if (index < 0 || index >= count) {
      return null;
    }
    return cache.computeIfAbsent(index, this::read);
  }

  private String read(int index) {
    try {
      offsetFile.seek(index * 8L);
      long start = offsetFile.readLong();
      byte[] bytes = new byte[(int) (offsetFile.readLong() - start)];
      textFile.seek(start);
      textFile.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    offsetFile.close();
    textFile.close();
    delete();
  }

  private void delete() throws IOException {
    Files.deleteIfExists(offsets);
    Files.deleteIfExists(texts);
  }

  /** Collects {@code si} elements: the text of their {@code t}, without phonetic readings. */
  private static final class Collector extends SheetXml {
    private DataOutputStream offsetsOut;
    private DataOutputStream textsOut;
    private long position;
    private long count;
    private boolean phonetic;

    @Override
    protected void open(String name, Attributes attributes) {
      if (name.equals("si")) {
        beginText();
      } else if (name.equals("rPh")) {
        phonetic = true;
      }
      listen(name.equals("t") && !phonetic);
    }

    @Override
    protected void close(String name) throws SAXException {
      listen(false);
      if (name.equals("rPh")) {
        phonetic = false;
      } else if (name.equals("si")) {
        store(text());
      }
    }

    private void store(String text) throws SAXException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      try {
        offsetsOut.writeLong(position);
        textsOut.write(bytes);
      } catch (IOException e) {
        throw new SAXException(e);
      }
      position += bytes.length;
      count++;
    }
  }
}
