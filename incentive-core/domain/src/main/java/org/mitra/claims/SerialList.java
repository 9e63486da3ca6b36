package org.mitra.claims;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitra.problem.Problem;

/**
 * Reads serials as people have them: one on each line, several on a line, or a table as CSV with a
 * column whose title says that it holds the serials.
 */
public final class SerialList {
  /** Larger files are refused, in bytes. */
  public static final int LARGEST = 4 * 1024 * 1024;

  private static final Set<String> TITLES =
      Set.of("serial", "serials", "serialnumber", "serialno", "sn", "nomorseri", "noseri", "seri");

  private SerialList() {}

  /**
   * The serials of an uploaded list.
   *
   * @throws Problem 400 for what is no text, not UTF-8 or UTF-16, or has no serials; 413 when too
   *     large
   */
  public static List<String> read(byte[] content) {
    if (content.length > LARGEST) {
      throw Problem.of(Problem.Kind.TOO_LARGE, "claim.list-too-large")
          .with("most", LARGEST / 1024 / 1024);
    }
    String text = decode(content);
    if (text.indexOf('\0') >= 0 || text.startsWith("PK\u0003\u0004") || text.startsWith("%PDF-")) {
      throw Problem.invalid("claim.list-binary");
    }
    List<String> serials = of(text);
    if (serials.isEmpty()) {
      throw Problem.invalid("claim.list-empty");
    }
    return serials;
  }

  private static String decode(byte[] content) {
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16;
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      boolean workbook = startsWith(content, 'P', 'K') || startsWith(content, 0xD0, 0xCF);
      throw Problem.invalid(workbook ? "claim.list-binary" : "claim.list-encoding");
    }
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }

  /** The serials in a text, as they stand there, without blank ones. */
  public static List<String> of(String text) {
    List<String> lines =
        text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> first = cells(lines.get(0));
    OptionalInt column =
        IntStream.range(0, first.size()).filter(i -> isTitle(first.get(i))).findFirst();
    List<String> serials = new ArrayList<>();
    for (String line : column.isPresent() ? lines.subList(1, lines.size()) : lines) {
      List<String> cells = cells(line);
      if (column.isEmpty()) {
        serials.addAll(cells);
      } else if (column.getAsInt() < cells.size()) {
        serials.add(cells.get(column.getAsInt()));
      }
    }
    return serials.stream().filter(serial -> !serial.isBlank()).toList();
  }

  private static boolean isTitle(String cell) {
    return TITLES.contains(cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("[\t;,]", -1))
        .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
        .toList();
  }
}
