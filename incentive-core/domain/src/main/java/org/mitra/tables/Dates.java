package org.mitra.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mitra.problem.Problem;

/**
 * Days and times as a file declares to write them, read strictly: 31/02 is no day, a year has four
 * digits, and a time that a zone's clocks skipped never was.
 */
public final class Dates {
  /** Instead of a pattern: ISO 8601, a day or a time, with or without offset. */
  public static final String ISO = "ISO";

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate AFTER_LAST = LocalDate.of(2200, 1, 1);
  private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]{1,7}([.,][0-9]+)?");
  private static final Pattern YEARS = Pattern.compile("u+");

  private final String pattern;
  private final ZoneId zone;
  private final DateTimeFormatter formatter;

  /** The last that was read: the lines of a document share their date. */
  private String lastText;

  private Moment last;

  /** A day, perhaps with a time, perhaps with an offset. */
  private record Moment(LocalDate day, LocalTime time, ZoneOffset offset) {}

  /**
   * @throws Problem 400 when the pattern does not name a day with a four-digit year
   */
  public Dates(TableFormat format) {
    this.pattern = format.datePattern();
    this.zone = format.zone();
    this.formatter = pattern.equals(ISO) ? iso() : ofPattern(pattern, format.language());
  }

  private static DateTimeFormatter iso() {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .optionalStart()
        .appendLiteral('T')
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart()
        .appendOffsetId()
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter ofPattern(String pattern, Locale language) {
    // "uuuu" is the year itself; "yyyy" is the year of an era that nobody writes.
    String proleptic = pattern.replace('y', 'u');
    boolean shortYear = YEARS.matcher(proleptic).results().anyMatch(r -> r.group().length() != 4);
    LocalDateTime sample = LocalDateTime.of(2031, 12, 25, 0, 0);
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(proleptic)
              .toFormatter(language)
              .withResolverStyle(ResolverStyle.STRICT);
      String written = formatter.format(sample.atOffset(ZoneOffset.UTC));
      TemporalAccessor read = formatter.parse(written);
      if (!shortYear && sample.toLocalDate().equals(read.query(TemporalQueries.localDate()))) {
        return formatter;
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Answered below, like any pattern that cannot be used.
    }
    throw Problem.invalid("format.date-pattern").with("pattern", pattern);
  }

  /** The day that the text names, wherever it is. */
  public LocalDate day(String text) {
    return moment(text).day();
  }

  /**
   * The instant that the text names: in the declared zone unless it has an offset, at the beginning
   * of the day unless it has a time. When clocks went back and a time came twice, the first.
   *
   * @throws Problem 422 with {@code date.unreadable}, {@code date.number}, {@code date.range} or
   *     {@code date.gap}
   */
  public Instant instant(String text) {
    Moment moment = moment(text);
    if (moment.time() == null) {
      return moment.day().atStartOfDay(zone).toInstant();
    }
    LocalDateTime local = moment.day().atTime(moment.time());
    if (moment.offset() != null) {
      return OffsetDateTime.of(local, moment.offset()).toInstant();
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw Problem.refused("date.gap").with("value", text).with("zone", zone);
    }
    return local.toInstant(offsets.get(0));
  }

  /** The time as this format writes it: a cell of a spreadsheet as if it had been text. */
  String write(LocalDateTime time) {
    if (pattern.equals(ISO)) {
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toString();
    }
    return formatter.format(time.atZone(zone));
  }

  private Moment moment(String text) {
    if (text.equals(lastText)) {
      return last;
    }
    Moment moment = parse(text);
    lastText = text;
    last = moment;
    return moment;
  }

  private static String withT(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
  }

  private Moment parse(String text) {
    try {
      TemporalAccessor read = formatter.parse(pattern.equals(ISO) ? withT(text) : text);
      LocalDate day = read.query(TemporalQueries.localDate());
      if (day.isBefore(FIRST) || !day.isBefore(AFTER_LAST)) {
        throw Problem.refused("date.range").with("value", text);
      }
      ZoneOffset offset =
          read.isSupported(ChronoField.OFFSET_SECONDS)
              ? read.query(TemporalQueries.offset())
              : null;
      return new Moment(day, read.query(TemporalQueries.localTime()), offset);
    } catch (DateTimeException e) {
      String code = BARE_NUMBER.matcher(text).matches() ? "date.number" : "date.unreadable";
      throw Problem.refused(code).with("value", Numbers.shortened(text)).with("pattern", pattern);
    }
  }
}
