package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.exchange.ExchangeRate;
import org.mitra.exchange.ExchangeRates;
import org.mitra.exchange.SaveRate;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Exchange rates by day, entered and corrected. */
@Named
@ViewScoped
public class ExchangeRatesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ExchangeRates rates;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private transient LazyList<ExchangeRate> list;

  private String from;
  private String to = "IDR";
  private LocalDate day;
  private BigDecimal rate;
  private String source;

  @PostConstruct
  void open() {
    day = clock.today();
    list = new LazyList<>(query -> rates.list(visitor.actor(), query), ExchangeRate::key);
  }

  public void save() {
    rates.saveAll(
        visitor.actor(), List.of(new SaveRate(upper(from), upper(to), day, rate, source)));
    rate = null;
    notices.tell("page.saved");
  }

  private static String upper(String currency) {
    return currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
  }

  public LazyList<ExchangeRate> getList() {
    return list;
  }

  public int getMaxAgeDays() {
    return rates.maxAgeDays();
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.FINANCE, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public BigDecimal getRate() {
    return rate;
  }

  public void setRate(BigDecimal rate) {
    this.rate = rate;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
