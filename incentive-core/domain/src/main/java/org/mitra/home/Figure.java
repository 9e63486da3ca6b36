package org.mitra.home;

import java.math.BigDecimal;
import org.mitra.money.Money;

/**
 * The figure of a card.
 *
 * @param kind how it is written
 * @param value a plain decimal, or for a word the last part of its text's key
 * @param currency of an amount; empty otherwise
 */
public record Figure(Kind kind, String value, String currency) {

  /** How a figure is written. */
  public enum Kind {
    COUNT,
    MONEY,
    PERCENT,
    WORD
  }

  public static Figure count(long count) {
    return new Figure(Kind.COUNT, Long.toString(count), "");
  }

  public static Figure money(Money money) {
    return new Figure(Kind.MONEY, money.amount().toPlainString(), money.currency().code());
  }

  public static Figure percent(BigDecimal percent) {
    return new Figure(Kind.PERCENT, percent.toPlainString(), "");
  }

  /** A word instead of a number: the text {@code card.<key>.<word>}. */
  public static Figure word(String word) {
    return new Figure(Kind.WORD, word, "");
  }
}
