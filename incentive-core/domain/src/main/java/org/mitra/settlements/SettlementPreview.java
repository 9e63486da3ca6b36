package org.mitra.settlements;

import java.time.LocalDate;
import java.util.List;
import org.mitra.engine.Settles;
import org.mitra.money.Money;
import org.mitra.payouts.PayoutBlock;
import org.mitra.time.Period;

/**
 * What a settlement would close and pay, on the figures of now. Nothing is stored.
 *
 * @param periods that would be closed
 * @param totals by currency; nothing is added over currencies
 * @param blocked payouts that could not be released as things stand now, by reason and currency
 */
public record SettlementPreview(
    LocalDate lastDay,
    List<String> programs,
    List<PeriodPreview> periods,
    List<Total> totals,
    List<Blocked> blocked) {

  /**
   * A program period that would be closed.
   *
   * @param reportableUntil last day on which its sales may still be reported, when that is not over
   *     yet: what comes after closing is an adjustment; null otherwise
   * @param partners who earned something
   * @param earned by currency
   * @param settles what becomes of it
   */
  public record PeriodPreview(
      String program,
      String nameId,
      String nameEn,
      Period period,
      LocalDate reportableUntil,
      int partners,
      List<Money> earned,
      Settles settles) {

    /** The program's name in the language, English unless it is Indonesian. */
    public String programIn(String language) {
      return language.equals("id") ? nameId : nameEn;
    }
  }

  /**
   * Payouts that could not be released.
   *
   * @param block the reason
   * @param net what they would transfer
   * @param partners codes of the first of them
   */
  public record Blocked(PayoutBlock block, int payouts, Money net, List<String> partners) {}

  /**
   * What would be paid in a currency.
   *
   * @param payouts of which something is transferred or recovered
   * @param gross their sum
   * @param carried partners whose sum is too small
   * @param owing partners whose sum is negative, and {@code owed} what they would owe
   */
  public record Total(
      int payouts,
      Money gross,
      Money tax,
      Money recovered,
      Money net,
      int carried,
      int owing,
      Money owed) {

    /** The currency of all its amounts. */
    public String currency() {
      return gross.currency().code();
    }
  }
}
