package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.funds.AllocateFund;
import org.mitra.funds.Allocations;
import org.mitra.funds.CarryOver;
import org.mitra.funds.FundAllocation;
import org.mitra.funds.FundProgram;
import org.mitra.funds.FundPrograms;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.idempotency.Idempotency;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.Partners;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Gives a partner money in a fund program, and says what becomes of what he does not use. */
@Named
@ViewScoped
public class AllocateFundPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Allocations allocations;
  @Inject private transient Funds funds;
  @Inject private transient FundPrograms programs;
  @Inject private transient Partners partners;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it gives once. */
  private final String key = UUID.randomUUID().toString();

  private String fund;
  private String program;
  private String partner;
  private BigDecimal amount;
  private LocalDate expiresOn;
  private boolean carried;
  private BigDecimal percent = BigDecimal.valueOf(100);
  private BigDecimal limit;
  private LocalDate until;
  private String note;
  private transient List<FundProgram> open;

  /** Reads the parameters of the address. */
  public void open() {
    if (fund != null) {
      FundSummary summary = funds.get(visitor.actor().scope(), Uids.parse(fund)).summary();
      program = summary.programCode();
      partner = summary.partnerCode();
    }
  }

  public void allocate() {
    AllocateFund command =
        new AllocateFund(
            program,
            partner,
            amount,
            expiresOn,
            carried ? new CarryOver(percent, limit, until) : null,
            note);
    idempotency.once(
        visitor.actor(),
        key,
        command,
        FundAllocation.class,
        () -> allocations.allocate(visitor.actor(), command));
    notices.tell("fund.allocated");
    notices.open("/fund?id=" + opened());
  }

  private UUID opened() {
    return funds
        .list(
            visitor.actor().scope(),
            ListQuery.firstRows(ListQuery.MOST)
                .filtered("program", program)
                .filtered("partner", partner))
        .rows()
        .stream()
        .filter(s -> s.programCode().equalsIgnoreCase(program.strip()))
        .filter(s -> s.partnerCode().equalsIgnoreCase(partner.strip()))
        .findFirst()
        .orElseThrow()
        .uid();
  }

  public List<FundProgram> getPrograms() {
    if (open == null) {
      open = programs.open();
    }
    return open;
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

  public String getFund() {
    return fund;
  }

  public void setFund(String fund) {
    this.fund = fund;
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

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }

  public boolean isCarried() {
    return carried;
  }

  public void setCarried(boolean carried) {
    this.carried = carried;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }

  public BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(BigDecimal limit) {
    this.limit = limit;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
