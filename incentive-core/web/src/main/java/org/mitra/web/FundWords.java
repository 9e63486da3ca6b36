package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.mitra.funds.CarryOver;
import org.mitra.funds.activities.ActivityEvent;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.money.Decimals;

/** Sentences about funds and their activities, for the pages of both applications. */
@Named
@RequestScoped
public class FundWords {
  @Inject private TextsBean texts;

  /** What has to be done next, and by whom; each application speaks to its own readers. */
  public String next(FundActivitySummary activity) {
    Map<String, String> facts = new HashMap<>();
    facts.put("startsOn", activity.startsOn().toString());
    if (activity.claimBy() != null) {
      facts.put("claimBy", activity.claimBy().toString());
    }
    boolean again =
        activity.state() == ActivityState.EXECUTED && activity.reimbursed().signum() > 0;
    return texts.sentence(
        "fund-activity-next." + activity.state() + (again ? ".again" : ""), facts);
  }

  /** What happened, with its amount and day. */
  public String event(ActivityEvent event, String currency) {
    Map<String, String> facts = new HashMap<>();
    facts.put("currency", currency);
    if (event.amount() != null) {
      facts.put("amount", Decimals.plain(event.amount()));
    }
    if (event.day() != null) {
      facts.put("day", event.day().toString());
    }
    String key = "fund-activity-event." + event.action();
    boolean full = event.amount() != null && texts.containsKey(key + ".amount");
    return texts.sentence(full ? key + ".amount" : key, facts);
  }

  /** What becomes of the rest of an allocation. */
  public String carryOver(CarryOver carryOver, String currency) {
    if (carryOver == null) {
      return texts.get("fund.carry.none");
    }
    Map<String, String> facts = new HashMap<>();
    facts.put("percent", Decimals.plain(carryOver.percent()));
    facts.put("until", carryOver.until().toString());
    facts.put("currency", currency);
    if (carryOver.limit() != null) {
      facts.put("limit", Decimals.plain(carryOver.limit()));
    }
    return texts.sentence(carryOver.limit() == null ? "fund.carry" : "fund.carry.limited", facts);
  }
}
