package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.mitra.data.Uids;
import org.mitra.funds.Allocations;
import org.mitra.funds.FundAllocation;
import org.mitra.funds.FundDetail;
import org.mitra.funds.Funds;
import org.mitra.funds.LowerAllocation;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Takes back a part of an allocation that is neither promised nor gone. */
@Named
@ViewScoped
public class LowerAllocationPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Allocations allocations;
  @Inject private transient Funds funds;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private final String key = UUID.randomUUID().toString();

  private String fund;
  private String id;
  private BigDecimal amount;
  private String reason;
  private int version;
  private transient FundDetail detail;
  private transient FundAllocation lot;

  /** Reads the parameters of the address. */
  public void open() {
    version = getLot().version();
    amount = getLot().available();
  }

  public FundDetail getDetail() {
    if (detail == null) {
      detail = funds.get(visitor.actor().scope(), Uids.parse(fund));
    }
    return detail;
  }

  public FundAllocation getLot() {
    if (lot == null) {
      UUID uid = Uids.parse(id);
      lot =
          getDetail().allocations().stream()
              .filter(one -> one.uid().equals(uid))
              .findFirst()
              .orElseThrow(Problem::notFound);
    }
    return lot;
  }

  public void lower() {
    LowerAllocation command = new LowerAllocation(Uids.parse(id), amount, reason, version);
    idempotency.once(
        visitor.actor(),
        key,
        command,
        FundAllocation.class,
        () -> allocations.lower(visitor.actor(), command));
    notices.tell("fund.lowered");
    notices.open("/fund?id=" + fund);
  }

  public String getFund() {
    return fund;
  }

  public void setFund(String fund) {
    this.fund = fund;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
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
}
