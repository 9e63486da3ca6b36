package org.mitra.settlements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mitra.payouts.CurrencyTotal;

/**
 * A settlement in full.
 *
 * @param closed the program periods that it closed
 * @param totals of its payouts, by currency
 * @param digest of what would be released now; sent back with the release, so that nobody releases
 *     what he has not seen
 * @param releases oldest first
 */
public record SettlementDetail(
    SettlementSummary summary,
    List<ClosedPeriod> closed,
    List<CurrencyTotal> totals,
    String digest,
    List<Release> releases) {

  /** A program period that it closed. */
  public record ClosedPeriod(
      String program, String nameId, String nameEn, LocalDate start, LocalDate end) {

    /** The program's name in the language, English unless it is Indonesian. */
    public String programIn(String language) {
      return language.equals("id") ? nameId : nameEn;
    }
  }

  /**
   * A second person's yes.
   *
   * @param payouts released with it and not again since
   */
  public record Release(String releasedBy, Instant releasedAt, String format, int payouts) {}

  /** Payouts that can be released now. */
  public int ready() {
    return totals.stream().mapToInt(CurrencyTotal::ready).sum();
  }
}
