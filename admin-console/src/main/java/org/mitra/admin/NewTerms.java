package org.mitra.admin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.mitra.admin.TermsForm.TierRow;

/** What a channel manager most often wants of each kind of program, to begin with. */
enum NewTerms {
  FLAT("flat") {
    @Override
    void fill(Map<String, Object> values) {
      values.put("rule-pays", "NET");
    }
  },
  MARGINAL("tiered") {
    @Override
    void fill(Map<String, Object> values) {
      tiered(values, "MARGINAL");
    }
  },
  WHOLE_AMOUNT("tiered") {
    @Override
    void fill(Map<String, Object> values) {
      tiered(values, "WHOLE_AMOUNT");
    }
  },
  SPIFF("perUnit") {
    @Override
    void fill(Map<String, Object> values) {
      values.put("scope-flows", List.of("SELL_OUT"));
      values.put("payee", "SELLER");
      values.put("periodMonths", "1");
      values.put("until", ((LocalDate) values.get("from")).plusMonths(1).minusDays(1));
      values.put("claimed", true);
    }
  },
  EVERY_X("everyX") {
    @Override
    void fill(Map<String, Object> values) {
      values.put("rule-pays", "NET");
    }
  },
  FUND("fund") {
    @Override
    void fill(Map<String, Object> values) {
      values.put("rule-share", BigDecimal.valueOf(50));
      values.put("rule-claimWithinDays", "60");
      values.put("periodMonths", "12");
    }
  };

  private final String type;

  NewTerms(String type) {
    this.type = type;
  }

  abstract void fill(Map<String, Object> values);

  private static void tiered(Map<String, Object> values, String method) {
    values.put("rule-qualifies", "NET");
    values.put("rule-pays", "NET");
    values.put("rule-method", method);
    values.put("rule-starts", "REACHED");
  }

  /**
   * A form for the kind: a year from the first of the next month.
   *
   * @param today in the zone
   */
  TermsForm form(LocalDate today, ZoneId zone) {
    TermsForm form = new TermsForm();
    Map<String, Object> values = form.getValues();
    LocalDate from = today.withDayOfMonth(1).plusMonths(1);
    values.put("rule-type", type);
    values.put("currency", "IDR");
    values.put("zone", zone.getId());
    values.put("from", from);
    values.put("until", from.plusYears(1).minusDays(1));
    values.put("periodMonths", "3");
    values.put("closingDay", "0");
    values.put("payee", "BUYER");
    values.put("scope-flows", List.of("SELL_IN"));
    values.put("enrollment", "EVERYONE");
    values.put("creditFrom", "ENROLLMENT");
    values.put("returns", "IN_PERIOD_OF_SALE");
    values.put("offers", "RATE");
    values.put("claimed", false);
    values.put("claim-withinDays", "30");
    values.put("claim-proof", true);
    fill(values);
    if (type.equals("tiered")) {
      form.getTiers().add(new TierRow(BigDecimal.ZERO, null, null));
      form.getTiers().add(new TierRow());
    }
    return form;
  }
}
