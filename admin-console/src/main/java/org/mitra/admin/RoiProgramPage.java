package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.money.Currency;
import org.mitra.roi.AddCostItem;
import org.mitra.roi.Basis;
import org.mitra.roi.CostItem;
import org.mitra.roi.CostItems;
import org.mitra.roi.CostKind;
import org.mitra.roi.ProgramReturns;
import org.mitra.roi.ReturnDetail;
import org.mitra.roi.ReturnFigures;
import org.mitra.roi.Span;
import org.mitra.roi.Step;
import org.mitra.web.Bars;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** What one program cost and brought, step by step, and the costs that people type in. */
@Named
@ViewScoped
public class RoiProgramPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProgramReturns returns;
  @Inject private transient CostItems costItems;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient TextsBean texts;
  @Inject private transient BusinessClock clock;

  private String id;
  private String basis = Basis.BEFORE.name();
  private CostKind kind = CostKind.ADMINISTRATION;
  private LocalDate incurredOn;
  private BigDecimal amount;
  private String currency;
  private String remark;

  // One key for each view: a double click types a cost in once.
  private final String key = UUID.randomUUID().toString();
  private transient ReturnDetail detail;

  /** Reads the parameters of the address. */
  public void open() {
    incurredOn = clock.today();
    currency = getDetail().program().currency();
    if (currency.isEmpty() && !getDetail().currencies().isEmpty()) {
      currency = getDetail().currencies().get(0).summary().figures().currency();
    }
  }

  public ReturnDetail getDetail() {
    if (detail == null) {
      detail = returns.program(visitor.actor(), Uids.parse(id), RoiPage.basis(basis));
    }
    return detail;
  }

  public String add() {
    AddCostItem command =
        new AddCostItem(Uids.parse(id), kind, incurredOn, amount, currency, remark);
    idempotency.once(
        visitor.actor(),
        key,
        command,
        CostItem.class,
        () -> costItems.add(visitor.actor(), command));
    return shownAgain();
  }

  public String withdraw(String uid) {
    costItems.withdraw(visitor.actor(), Uids.parse(uid));
    return shownAgain();
  }

  private String shownAgain() {
    return "/roi-program?faces-redirect=true&id=" + id + "&basis=" + basis;
  }

  public boolean isMayChange() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  /** Sales by week or month around the program, or beside those of a year ago. */
  public String chart(ReturnDetail.Section section) {
    return getDetail().basis() == Basis.BEFORE ? aroundIt(section) : besideLastYear(section);
  }

  private String aroundIt(ReturnDetail.Section section) {
    List<Step> steps = new ArrayList<>();
    for (Span span : List.of(Span.BEFORE, Span.DURING, Span.AFTER)) {
      section.steps().stream().filter(step -> step.span() == span).forEach(steps::add);
    }
    Bars bars = new Bars(visitor.locale(), steps.stream().map(this::label).toList()).overlaid();
    bars.series(name(Span.BEFORE), Bars.Shade.QUIET, only(Span.BEFORE, steps));
    bars.series(name(Span.DURING), Bars.Shade.MAIN, only(Span.DURING, steps));
    if (steps.stream().anyMatch(step -> step.span() == Span.AFTER)) {
      bars.series(name(Span.AFTER), Bars.Shade.WARM, only(Span.AFTER, steps));
    }
    return bars.json();
  }

  private String besideLastYear(ReturnDetail.Section section) {
    List<Step> during =
        section.steps().stream().filter(step -> step.span() == Span.DURING).toList();
    List<Step> before =
        section.steps().stream().filter(step -> step.span() == Span.LAST_YEAR).toList();
    return new Bars(visitor.locale(), during.stream().map(this::label).toList())
        .series(name(Span.LAST_YEAR), Bars.Shade.QUIET, before.stream().map(Step::net).toList())
        .series(name(Span.DURING), Bars.Shade.MAIN, during.stream().map(Step::net).toList())
        .json();
  }

  private static List<BigDecimal> only(Span span, List<Step> steps) {
    return Arrays.asList(
        steps.stream()
            .map(step -> step.span() == span ? step.net() : null)
            .toArray(BigDecimal[]::new));
  }

  private String name(Span span) {
    return texts.get("roi-span." + span);
  }

  private String label(Step step) {
    return DateTimeFormatter.ofPattern("d MMM yy", visitor.locale()).format(step.from());
  }

  /** What the cost is made of. */
  public String costChart(ReturnFigures figures) {
    return new Bars(
            visitor.locale(),
            List.of(
                texts.get("roi.column.incentives"),
                texts.get("cost-kind.ADMINISTRATION"),
                texts.get("cost-kind.TRAINING"),
                texts.get("cost-kind.MARKETING")))
        .series(
            texts.get("roi.cost"),
            Bars.Shade.MAIN,
            List.of(
                figures.incentives(),
                figures.administration(),
                figures.training(),
                figures.marketing()))
        .sideways()
        .json();
  }

  public CostKind[] getKinds() {
    return CostKind.values();
  }

  public Basis[] getBases() {
    return Basis.values();
  }

  /** Decimals that the cost's amount may have. */
  public int getDecimals() {
    return Currency.find(currency).map(Currency::scale).orElse(2);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public CostKind getKind() {
    return kind;
  }

  public void setKind(CostKind kind) {
    this.kind = kind;
  }

  public LocalDate getIncurredOn() {
    return incurredOn;
  }

  public void setIncurredOn(LocalDate incurredOn) {
    this.incurredOn = incurredOn;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }
}
