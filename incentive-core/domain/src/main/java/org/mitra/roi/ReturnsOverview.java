package org.mitra.roi;

import java.time.Instant;
import java.util.List;

/**
 * What all programs cost and brought. Amounts in different currencies are never added: each
 * currency has a section of its own.
 *
 * @param salesAsOf when sales were last added up; null before the first time
 */
public record ReturnsOverview(Basis basis, Instant salesAsOf, List<Section> sections) {

  /**
   * One currency.
   *
   * @param total all programs together: a sale counts once here, however many programs are about
   *     it, so that it may be less than the sum of the rows
   * @param programs the newest first
   */
  public record Section(
      String currency, ReturnFigures total, Doubts doubts, List<ReturnSummary> programs) {}
}
