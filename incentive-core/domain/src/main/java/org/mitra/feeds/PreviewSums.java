package org.mitra.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitra.mappings.CellProblem;
import org.mitra.mappings.Columns;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.RowReading;
import org.mitra.tables.FileNotes;

/** Adds up what a preview shows. */
final class PreviewSums {
  private static final int SAMPLE = 20;

  private final Newcomers newcomers;
  private final ZoneId zone;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Preview.Figures> figures = new LinkedHashMap<>();
  private final List<Preview.Sample> sample = new ArrayList<>();
  private List<String> names = List.of();
  private List<String> unused = List.of();
  private RowReading reading;
  private Instant first;
  private Instant last;
  private long rows;

  PreviewSums(Newcomers newcomers, ZoneId zone) {
    this.newcomers = newcomers;
    this.zone = zone;
  }

  void columns(Mapping mapping, Columns columns, List<String> header) {
    names = List.copyOf(header);
    unused = columns.unused();
    reading = new RowReading(mapping, columns);
  }

  void numbers(Map<String, BigDecimal> numbers, String currency) {
    numbers.forEach(
        (field, number) -> {
          String unit = field.equals("quantity") ? "" : currency;
          Preview.Figures none =
              new Preview.Figures(field, unit, 0, BigDecimal.ZERO, number, number);
          figures.merge(
              field + '\n' + unit, none.plus(number), (before, one) -> before.plus(number));
        });
  }

  void row(MappedRow<?> row, Settled settled) {
    rows++;
    outcomes.merge(settled.outcome().name(), 1L, Long::sum);
    List<String> codes =
        settled.problems().stream().map(CellProblem::problem).map(p -> p.code()).toList();
    codes.stream().limit(1).forEach(code -> reasons.merge(code, 1L, Long::sum));
    Instant at = row.money().soldAt();
    if (at != null) {
      first = first == null || at.isBefore(first) ? at : first;
      last = last == null || at.isAfter(last) ? at : last;
    }
    if (sample.size() < SAMPLE) {
      sample.add(
          new Preview.Sample(row.row().number(), row.row().cells(), reading.of(row.row()), codes));
    }
  }

  /**
   * @param contradicting keys that the file has with different contents: told here, because rows
   *     were judged before all of them were read
   */
  Preview preview(FileNotes notes, int contradicting) {
    List<Preview.Reason> counted = new ArrayList<>();
    reasons.forEach((code, count) -> counted.add(new Preview.Reason(code, count)));
    if (contradicting > 0) {
      counted.add(new Preview.Reason("row.twice", contradicting));
    }
    counted.sort(Comparator.comparingLong(Preview.Reason::rows).reversed());
    return new Preview(
        rows,
        outcomes,
        counted,
        List.copyOf(figures.values()),
        day(first),
        day(last),
        names,
        unused,
        sample,
        notes.hiddenRows(),
        notes.otherSheets(),
        newcomers.partners().size(),
        newcomers.products().size());
  }

  private LocalDate day(Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, zone);
  }
}
