package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.idempotency.Idempotency;
import org.mitra.settlements.PrepareSettlement;
import org.mitra.settlements.SettlementPreview;
import org.mitra.settlements.SettlementSummary;
import org.mitra.settlements.Settlements;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Settlements: see what one would come to, prepare it, look back. */
@Named
@ViewScoped
public class SettlementsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Settlements settlements;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private transient LazyList<SettlementSummary> list;
  private transient SettlementPreview preview;
  private LocalDate lastDay;
  private String programs = "";

  /** Of this form: a double click prepares one settlement. */
  private final String key = UUID.randomUUID().toString();

  @PostConstruct
  void open() {
    // Most programs end with a month.
    lastDay = clock.today().withDayOfMonth(1).minusDays(1);
    list =
        new LazyList<>(query -> settlements.list(visitor.actor(), query), SettlementSummary::uid);
  }

  public void look() {
    preview = settlements.preview(visitor.actor(), command());
  }

  public void prepare() {
    PrepareSettlement command = command();
    SettlementSummary prepared =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            SettlementSummary.class,
            () -> settlements.prepare(visitor.actor(), command));
    notices.open("/settlement?id=" + prepared.uid());
  }

  private PrepareSettlement command() {
    List<String> codes =
        programs == null
            ? List.of()
            : Stream.of(programs.split("[\\s,;]+")).filter(code -> !code.isEmpty()).toList();
    return new PrepareSettlement(lastDay, codes);
  }

  public boolean isMayPrepare() {
    return visitor.actor().has(Role.FINANCE);
  }

  public LazyList<SettlementSummary> getList() {
    return list;
  }

  public SettlementPreview getPreview() {
    return preview;
  }

  /** Whether there is anything in what was previewed. */
  public boolean isWorthwhile() {
    return preview != null && (!preview.periods().isEmpty() || !preview.totals().isEmpty());
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public String getPrograms() {
    return programs;
  }

  public void setPrograms(String programs) {
    this.programs = programs;
  }
}
