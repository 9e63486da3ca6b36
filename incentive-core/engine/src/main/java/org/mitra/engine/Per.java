package org.mitra.engine;

/** What an amount is paid for. */
public enum Per {
  /** For each unit of the product. */
  UNIT(Measure.UNITS, "per-unit"),
  /** For each sales document of which something was not returned, whatever it holds. */
  DOCUMENT(Measure.DOCUMENTS, "per-document");

  private final Measure measure;
  private final String step;

  Per(Measure measure, String step) {
    this.measure = measure;
    this.step = step;
  }

  Measure measure() {
    return measure;
  }

  /** The step of an explanation that pays the amount. */
  String step() {
    return step;
  }
}
