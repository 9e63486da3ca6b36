package org.mitra.roi;

import java.time.Instant;
import java.util.List;
import org.mitra.engine.Explanation;

/**
 * What one program cost and brought, with the reason of each figure.
 *
 * @param salesAsOf when sales were last added up; null before the first time
 * @param currencies a section for each currency in which it sold or cost anything
 * @param costs what was typed in, the latest first, with what was withdrawn
 */
public record ReturnDetail(
    ProgramHead program,
    Basis basis,
    Instant salesAsOf,
    List<Section> currencies,
    List<CostItem> costs) {

  /**
   * One currency.
   *
   * @param before sales in the time that is compared with; null when the program has not begun
   * @param during sales so far; null when it has not begun
   * @param cost why it cost that much; the leaves of this and the following add up to their amounts
   * @param incremental null, like the following, when the program has not begun
   * @param effects before, during, after
   * @param steps weeks or months of all stretches
   */
  public record Section(
      ReturnSummary summary,
      SpanSales before,
      SpanSales during,
      Explanation cost,
      Explanation incremental,
      Explanation gross,
      Explanation net,
      List<Effect> effects,
      List<Step> steps) {}
}
