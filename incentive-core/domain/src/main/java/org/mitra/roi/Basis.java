package org.mitra.roi;

/** What sales during a program are compared with. */
public enum Basis {
  /** The same number of days right before it. */
  BEFORE(Span.BEFORE),
  /** The same days a year earlier, for sales that follow the seasons. */
  LAST_YEAR(Span.LAST_YEAR);

  private final Span span;

  Basis(Span span) {
    this.span = span;
  }

  /** The stretch of time that it compares with. */
  public Span span() {
    return span;
  }
}
