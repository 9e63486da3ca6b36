package org.mitra.engine;

import org.mitra.money.Exact;

/** Some of the days of a time. */
record DaysOf(long days, long all) {
  Exact share() {
    return Exact.of(days).dividedBy(Exact.of(all));
  }
}
