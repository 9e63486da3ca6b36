package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.accruals.RunDetail;
import org.mitra.accruals.Runs;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.web.Visitor;

/** Calculation runs: start one, follow it, look back. */
@Named
@ViewScoped
public class RunsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  @Inject private transient Runs runs;
  @Inject private transient Visitor visitor;
  @Inject private transient BusinessClock clock;

  private LocalDate from;
  private LocalDate lastDay;

  // One key for each view: a double click asks for one run.
  private String key = UUID.randomUUID().toString();
  private transient List<RunDetail> list;

  @PostConstruct
  void open() {
    LocalDate today = clock.today();
    from = today.withDayOfMonth(1);
    lastDay = from.plusMonths(1).minusDays(1);
  }

  /** Before each rendering: runs go on while they are looked at. */
  public void refresh() {
    list = null;
  }

  public void start() {
    runs.start(visitor.actor(), from, lastDay == null ? null : lastDay.plusDays(1), key);
    key = UUID.randomUUID().toString();
  }

  public List<RunDetail> getList() {
    if (list == null) {
      list = runs.list(visitor.actor(), ListQuery.firstRows(SHOWN)).rows();
    }
    return list;
  }

  public boolean isBusy() {
    return getList().stream().anyMatch(run -> !run.state().isOver());
  }

  public boolean isMayStart() {
    return visitor.actor().hasAny(Role.FINANCE, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }
}
