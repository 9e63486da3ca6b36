package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.accruals.Baselines;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.figures.FigureKind;
import org.mitra.figures.FigureState;
import org.mitra.figures.ProposeFigure;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.Partners;
import org.mitra.programs.ProgramSummary;
import org.mitra.programs.Programs;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Baselines and targets: proposed by one, agreed to by another. */
@Named
@ViewScoped
public class AgreedFiguresPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient AgreedFigures figures;
  @Inject private transient Baselines baselines;
  @Inject private transient Partners partners;
  @Inject private transient Programs programs;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private transient LazyList<AgreedFigure> list;

  /** What the table shows and waits for somebody like the visitor: just these are agreed to. */
  private final ArrayList<UUID> shown = new ArrayList<>();

  private String program;
  private String partner;
  private LocalDate periodStart;
  private FigureKind kind = FigureKind.TARGET;
  private BigDecimal amount;
  private String reason;
  private String grown;
  private LocalDate grownFrom;

  @PostConstruct
  void open() {
    list = new LazyList<>(this::rows, AgreedFigure::uid);
  }

  private Slice<AgreedFigure> rows(ListQuery query) {
    Slice<AgreedFigure> slice = figures.list(visitor.actor().scope(), query);
    shown.clear();
    slice.rows().stream().filter(this::decidable).map(AgreedFigure::uid).forEach(shown::add);
    return slice;
  }

  public void propose() {
    figures.proposeAll(
        visitor.actor(),
        List.of(new ProposeFigure(program, partner, periodStart, kind, amount, reason)));
    partner = null;
    amount = null;
    reason = null;
    notices.tell("figures.proposed");
  }

  public void proposeBaselines() {
    int proposed = baselines.propose(visitor.actor(), grown, grownFrom);
    notices.tell("baselines.proposed", proposed);
  }

  public void approve(AgreedFigure figure) {
    decide(List.of(figure.uid()), true);
  }

  public void reject(AgreedFigure figure) {
    decide(List.of(figure.uid()), false);
  }

  public void approveShown() {
    decide(List.copyOf(shown), true);
  }

  private void decide(List<UUID> which, boolean agreed) {
    figures.decide(visitor.actor(), which, agreed);
    notices.tell(agreed ? "figures.approved" : "figures.rejected");
  }

  /** Whether the visitor is the second person for it. */
  public boolean decidable(AgreedFigure figure) {
    return figure.isWaiting()
        && visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE)
        && !figure.proposedBy().equals(visitor.actor().username());
  }

  public boolean isProposable() {
    return visitor.actor().has(Role.CHANNEL_MANAGER);
  }

  public boolean isDeciding() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  /** Codes of partners that contain what was typed. */
  public List<String> partnersLike(String part) {
    return partners
        .list(visitor.actor().scope(), new ListQuery(0, 15, "code", false, Map.of("code", part)))
        .rows()
        .stream()
        .map(PartnerSummary::code)
        .toList();
  }

  /** Codes of programs that contain what was typed. */
  public List<String> programsLike(String part) {
    return programs
        .list(visitor.actor(), new ListQuery(0, 15, "code", false, Map.of("code", part)))
        .rows()
        .stream()
        .map(ProgramSummary::code)
        .toList();
  }

  public LazyList<AgreedFigure> getList() {
    return list;
  }

  public FigureKind[] getKinds() {
    return FigureKind.values();
  }

  public FigureState[] getStates() {
    return FigureState.values();
  }

  public String getProgram() {
    return program;
  }

  public void setProgram(String program) {
    this.program = program;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public LocalDate getPeriodStart() {
    return periodStart;
  }

  public void setPeriodStart(LocalDate periodStart) {
    this.periodStart = periodStart;
  }

  public FigureKind getKind() {
    return kind;
  }

  public void setKind(FigureKind kind) {
    this.kind = kind;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** The program whose baselines are proposed. */
  public String getGrown() {
    return grown;
  }

  public void setGrown(String grown) {
    this.grown = grown;
  }

  /** First day of the period whose baselines are proposed. */
  public LocalDate getGrownFrom() {
    return grownFrom;
  }

  public void setGrownFrom(LocalDate grownFrom) {
    this.grownFrom = grownFrom;
  }
}
