package org.mitra.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/**
 * Amounts, days and times as a reader of one language writes them. Not thread-safe.
 *
 * <p>Indonesian: {@code Rp 1.250.000}, {@code 22 Nov 2026}; English: {@code IDR 1,250,000}, {@code
 * 22 Nov 2026}.
 */
public final class Formats {
  private final Locale locale;
  private final ZoneId zone;
  private final DecimalFormatSymbols symbols;

  public Formats(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    boolean indonesian = Texts.isIndonesian(locale);
    symbols.setGroupingSeparator(indonesian ? '.' : ',');
    symbols.setDecimalSeparator(indonesian ? ',' : '.');
    symbols.setMinusSign('−');
  }

  public String money(Money money) {
    return money(money.amount(), money.currency());
  }

  /** The amount with at least the currency's decimals; more, when it has more. */
  public String money(BigDecimal amount, Currency currency) {
    int scale = Math.max(currency.scale(), amount.stripTrailingZeros().scale());
    String number = format(amount.abs(), scale, scale);
    String sign = amount.signum() < 0 ? "−" : "";
    String symbol =
        Texts.isIndonesian(locale) && currency.equals(Currency.IDR) ? "Rp" : currency.code();
    return sign + symbol + " " + number;
  }

  /** The number with the decimals that it has, up to six. */
  public String number(BigDecimal number) {
    return format(number, 0, 6);
  }

  public String number(long number) {
    return format(BigDecimal.valueOf(number), 0, 0);
  }

  public String rate(Rate rate) {
    return number(rate.percent()) + "%";
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(day);
  }

  /** First and last day of a period. */
  public String period(Period period) {
    return day(period.start()) + " – " + day(period.lastDay());
  }

  /** First and last day, as in {@code 2026-01-01 – 2026-03-31}. */
  public String days(String days) {
    int dash = days.indexOf(" – ");
    return dash < 0
        ? day(LocalDate.parse(days))
        : day(LocalDate.parse(days.substring(0, dash)))
            + " – "
            + day(LocalDate.parse(days.substring(dash + 3)));
  }

  /** Day and time; the day alone when no time is known, which is told as midnight. */
  public String moment(Instant instant) {
    boolean dayOnly = instant.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    return dayOnly ? day(instant.atZone(zone).toLocalDate()) : time(instant);
  }

  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", locale).format(instant.atZone(zone));
  }

  private String format(BigDecimal number, int least, int most) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setParseBigDecimal(true);
    return format.format(number);
  }
}
