package org.mitra.feeds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mitra.mappings.ReadValue;

/**
 * What a file would do, before anybody commits it.
 *
 * @param rows below the header, blank ones left out
 * @param outcomes rows by what would become of them, by name of the {@link Outcome}; what a return
 *     undoes is looked for only when it is committed
 * @param reasons why rows would not become facts
 * @param figures what each column of numbers adds up to
 * @param firstDay first economic day; null when there is none
 * @param lastDay last economic day; null when there is none
 * @param columns names of all columns
 * @param unused columns that the mapping does not use
 * @param sample the first rows
 * @param hiddenRows rows that are hidden in the spreadsheet and were read all the same
 * @param otherSheets sheets that were not read
 * @param newPartners partners that would be created
 * @param newProducts products that would be created
 */
public record Preview(
    long rows,
    Map<String, Long> outcomes,
    List<Reason> reasons,
    List<Figures> figures,
    LocalDate firstDay,
    LocalDate lastDay,
    List<String> columns,
    List<String> unused,
    List<Sample> sample,
    long hiddenRows,
    List<String> otherSheets,
    int newPartners,
    int newProducts) {

  /** How many rows have a reason. */
  public record Reason(String code, long rows) {}

  /**
   * A column of numbers.
   *
   * @param field which field it is
   * @param currency of the amounts; empty for quantities. Amounts in different currencies are never
   *     added
   */
  public record Figures(
      String field, String currency, long rows, BigDecimal sum, BigDecimal least, BigDecimal most) {
    Figures plus(BigDecimal number) {
      return new Figures(
          field, currency, rows + 1, sum.add(number), least.min(number), most.max(number));
    }
  }

  /**
   * A row as it was read.
   *
   * @param number of the row in the file
   * @param cells in the order of the columns
   * @param read what its fields say
   * @param reasons codes of what is wrong with it
   */
  public record Sample(
      long number, List<String> cells, List<ReadValue> read, List<String> reasons) {
    public Sample {
      // Previews that were stored before values were kept have none.
      read = read == null ? List.of() : List.copyOf(read);
    }
  }
}
