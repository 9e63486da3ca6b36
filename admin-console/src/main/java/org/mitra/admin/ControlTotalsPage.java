package org.mitra.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.mitra.accruals.CreditTotals.CreditTotal;
import org.mitra.data.BusinessClock;
import org.mitra.feeds.ControlTotals;
import org.mitra.feeds.ControlTotals.FeedTotal;
import org.mitra.feeds.LineTotal;
import org.mitra.feeds.LineTotals;
import org.mitra.problem.Problem;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** Where every line of a month went. */
@Named
@RequestScoped
public class ControlTotalsPage {
  private static final int OFFERED = 6;

  @Inject private ControlTotals totals;
  @Inject private LineTotals lineTotals;
  @Inject private BusinessClock clock;
  @Inject private Visitor visitor;
  @Inject private TextsBean texts;

  private String month;
  private YearMonth shown;
  private List<FeedTotal> feeds = List.of();
  private List<LineTotal> lines = List.of();

  public void open() {
    shown = month == null || month.isBlank() ? YearMonth.from(clock.today()) : parse(month);
    feeds = totals.ofMonth(visitor.actor(), shown);
    lines = lineTotals.ofMonth(visitor.actor(), shown);
  }

  /**
   * @throws Problem 400 for what is no month
   */
  static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw Problem.invalid("field.month").with("value", month).at("/month");
    }
  }

  /** The last months, newest first. */
  public List<YearMonth> getMonths() {
    YearMonth now = YearMonth.from(clock.today());
    return IntStream.range(0, OFFERED).mapToObj(now::minusMonths).toList();
  }

  public String name(String feed) {
    return feed.equals("API") || feed.equals("PORTAL") ? texts.term("feed-origin", feed) : feed;
  }

  public List<CreditTotal> getReasons() {
    return lines.stream().flatMap(line -> line.reasons().stream()).toList();
  }

  public YearMonth getShown() {
    return shown;
  }

  public List<FeedTotal> getFeeds() {
    return feeds;
  }

  public List<LineTotal> getLines() {
    return lines;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }
}
