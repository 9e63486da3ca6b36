package org.mitra.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * How a file writes its rows. Declared by whoever sends it, never guessed: {@code 1.234} is one
 * number in Jakarta and another in New York.
 *
 * @param type CSV or XLSX
 * @param charset of a CSV file
 * @param separator between the cells of a CSV file
 * @param quote around cells of a CSV file that contain separators or line breaks
 * @param decimal the decimal sign, {@code .} or {@code ,}
 * @param grouping what separates groups of three digits; empty for nothing, a blank stands for all
 *     kinds of blanks
 * @param datePattern such as {@code dd/MM/yyyy HH:mm}, or {@link Dates#ISO}
 * @param language in which months are written, {@code en} or {@code id}
 * @param zone in which times are meant that do not say themselves
 * @param sheet of an XLSX file; empty for its only visible one
 * @param headerRow number of the row with the names of the columns, from 1
 */
public record TableFormat(
    Type type,
    Charset charset,
    char separator,
    char quote,
    char decimal,
    String grouping,
    String datePattern,
    Locale language,
    ZoneId zone,
    String sheet,
    int headerRow) {

  /** Kinds of files. */
  public enum Type {
    CSV,
    XLSX
  }

  /** Encodings in which files come. */
  public static final Set<String> CHARSETS =
      Set.of(
          "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15");

  /** Plain decimals and ISO dates: what programs send, and what exports of ours look like. */
  public static TableFormat plain(ZoneId zone) {
    return new TableFormat(
        Type.CSV,
        StandardCharsets.UTF_8,
        ',',
        '"',
        '.',
        "",
        Dates.ISO,
        Locale.ENGLISH,
        zone,
        "",
        1);
  }
}
