package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.mitra.accruals.AccrualSummary;
import org.mitra.audit.AuditEvent;
import org.mitra.data.BusinessClock;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Money;
import org.mitra.text.Formats;
import org.mitra.text.Texts;
import org.mitra.time.Period;

/**
 * Texts in pages: {@code #{t['claims.title']}}, and amounts and days: {@code
 * #{t.money(payout.net())}}.
 */
@Named("t")
@RequestScoped
public class TextsBean extends AbstractMap<String, String> {
  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;

  private Texts texts;
  private Formats formats;

  private Texts texts() {
    if (texts == null) {
      texts = Texts.in(visitor.locale());
      formats = new Formats(texts.locale(), clock.zone());
    }
    return texts;
  }

  private Formats formats() {
    texts();
    return formats;
  }

  @Override
  public String get(Object key) {
    return texts().get(key.toString());
  }

  @Override
  public boolean containsKey(Object key) {
    return texts().has(key.toString());
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }

  /** The text for a value of a set: {@code t.term('claim-state', claim.state())}. */
  public String term(String prefix, Object value) {
    return value == null || value.toString().isEmpty() ? "" : get(prefix + "." + value);
  }

  /** Why a row is in quarantine, in a few words. */
  public String reason(String code) {
    return containsKey("reason." + code) ? get("reason." + code) : code;
  }

  /** What an event of the audit trail says; its bare name, when it is older than its text. */
  public String happened(AuditEvent event) {
    String key = "event." + event.action();
    return containsKey(key) ? sentence(key, event.named()) : event.action();
  }

  /** Who did something: a username, or the product itself. */
  public String person(String username) {
    return "system".equals(username) ? get("person.system") : username;
  }

  /** Whose line of an entry it is: a partner's code, or the tax that it is for. */
  public String party(String party) {
    return containsKey("tax-form." + party) ? get("tax-form." + party) : party;
  }

  /** A text with one fact, called {@code value}. */
  public String with(String key, Object value) {
    return sentence(key, Map.of("value", String.valueOf(value)));
  }

  public String sentence(String key, Map<String, String> facts) {
    return texts().sentence(key, facts, zone());
  }

  public String money(Money money) {
    return money == null ? "" : formats().money(money);
  }

  public String money(BigDecimal amount, String currency) {
    return amount == null ? "" : formats().money(amount, Currency.of(currency));
  }

  /** An amount of whatever currency came with it, which may be none. */
  public String sum(BigDecimal amount, String currency) {
    return Currency.find(currency).isPresent() ? money(amount, currency) : number(amount);
  }

  /** How much of a measure: money, or a count of units. */
  public String measured(BigDecimal value, String measure, String currency) {
    if (value == null) {
      return "";
    }
    return sentence(
        "page.measured",
        Map.of("value", Decimals.plain(value), "measure", measure, "currency", currency));
  }

  /** What the next tier offers and what it would pay. */
  public String next(AccrualSummary accrual) {
    if (accrual.nextEarned() == null) {
      return "";
    }
    return sentence(
        "accrual.next",
        Map.of(
            "nextOffer", accrual.nextOffer(),
            "nextEarned", accrual.nextEarned().toPlainString(),
            "currency", accrual.currency()));
  }

  public String number(Object number) {
    if (number == null) {
      return "";
    }
    return formats()
        .number(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
  }

  public String day(LocalDate day) {
    return day == null ? "" : formats().day(day);
  }

  public String time(Instant instant) {
    return instant == null ? "" : formats().time(instant);
  }

  /** When it was, as well as it is known: a day without a time is the day alone. */
  public String moment(Instant instant) {
    return instant == null ? "" : formats().moment(instant);
  }

  /** How long it was from one moment to another: seconds, minutes or hours. */
  public String elapsed(Instant from, Instant until) {
    Duration duration = Duration.between(from, until);
    String key =
        duration.toHours() > 0
            ? "page.elapsed.hours"
            : duration.toMinutes() > 0 ? "page.elapsed.minutes" : "page.elapsed.seconds";
    return sentence(
        key,
        Map.of(
            "hours", Long.toString(duration.toHours()),
            "minutes", Integer.toString(duration.toMinutesPart()),
            "seconds", Integer.toString(Math.max(0, duration.toSecondsPart()))));
  }

  public String days(LocalDate from, LocalDate until) {
    return formats().period(new Period(from, until));
  }

  /**
   * The sentence of one step of an explanation.
   *
   * @param pays what the step above pays on, which tells money from units
   */
  public String step(Explanation step, String pays) {
    return sentence("explain." + step.code(), ExplanationFacts.of(step, pays));
  }

  public ZoneId zone() {
    return clock.zone();
  }
}
