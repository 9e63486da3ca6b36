package org.mitra.funds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.mitra.engine.FundRule;
import org.mitra.engine.Terms;

/**
 * A program whose rule is a fund, with the terms that hold on some day.
 *
 * @param id row id
 * @param published whether it was published and not closed since
 * @param versionId row id of the version that has these terms
 */
public record FundProgram(long id, String code, boolean published, long versionId, Terms terms) {

  public FundRule rule() {
    return (FundRule) terms.rule();
  }

  public ZoneId zone() {
    return terms.zone();
  }

  /** The first instant after the day, in the zone of the program: its last second belongs to it. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone()).toInstant();
  }

  public String name(String language) {
    return terms.name().in(language);
  }
}
