package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.access.Role;
import org.mitra.data.Uids;
import org.mitra.engine.Explanation;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityDecisions;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.ApproveActivity;
import org.mitra.funds.activities.ApproveClaim;
import org.mitra.funds.activities.ExtendActivity;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivityDetail;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.FundClaim;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** An activity, and what the vendor decides about it in its present state. */
@Named
@ViewScoped
public class FundActivityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient ActivityDecisions decisions;
  @Inject private transient ActivityClaims claims;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this view: a double click decides once. */
  private final String key = UUID.randomUUID().toString();

  private String id;

  /** As it was when the page was opened: what changed since is not decided unseen. */
  private int version;

  private ActivityState state;
  private BigDecimal amount;
  private BigDecimal eligible;
  private LocalDate claimBy;
  private String reason;
  private transient FundActivityDetail detail;
  private transient Explanation preview;

  /** Reads the parameters of the address. */
  public void open() {
    FundActivitySummary summary = getDetail().summary();
    version = summary.version();
    state = summary.state();
    amount = proposal();
    eligible = getDetail().openClaim().map(FundClaim::claimed).orElse(null);
    claimBy = summary.claimBy();
  }

  /** What can be promised of the request, as far as the figures tell. */
  private BigDecimal proposal() {
    BigDecimal most = getDetail().summary().requested().min(getDetail().available());
    BigDecimal limit = getDetail().perActivity();
    return limit == null ? most : most.min(limit);
  }

  public FundActivityDetail getDetail() {
    if (detail == null) {
      detail = activities.get(visitor.actor().scope(), Uids.parse(id));
    }
    return detail;
  }

  public void approve() {
    ApproveActivity command = new ApproveActivity(Uids.parse(id), amount, reason, version);
    once(command, () -> decisions.approve(visitor.actor(), command), "fund-activity.told.approved");
  }

  public void giveBack() {
    MoveActivity command = move();
    once(command, () -> decisions.giveBack(visitor.actor(), command), "fund-activity.told.back");
  }

  public void reject() {
    MoveActivity command = move();
    once(command, () -> decisions.reject(visitor.actor(), command), "fund-activity.told.rejected");
  }

  public void extend() {
    ExtendActivity command = new ExtendActivity(Uids.parse(id), claimBy, reason, version);
    once(command, () -> decisions.extend(visitor.actor(), command), "fund-activity.told.extended");
  }

  public void approveClaim() {
    ApproveClaim command = new ApproveClaim(Uids.parse(id), eligible, reason, version);
    once(command, () -> claims.approve(visitor.actor(), command), "fund-activity.told.paid");
  }

  public void giveClaimBack() {
    MoveActivity command = move();
    once(command, () -> claims.giveBack(visitor.actor(), command), "fund-activity.told.claim-back");
  }

  public void rejectClaim() {
    MoveActivity command = move();
    once(
        command,
        () -> claims.reject(visitor.actor(), command),
        "fund-activity.told.claim-rejected");
  }

  public void close() {
    MoveActivity command = move();
    once(command, () -> claims.close(visitor.actor(), command), "fund-activity.told.closed");
  }

  private MoveActivity move() {
    return new MoveActivity(Uids.parse(id), reason, version);
  }

  private void once(Object command, Supplier<FundActivitySummary> work, String told) {
    // The step is part of what was asked: what was sent back is not answered as refused.
    idempotency.once(visitor.actor(), key, List.of(told, command), FundActivitySummary.class, work);
    notices.tell(told);
    notices.open("/fund-activity?id=" + id);
  }

  /** Shows what the accepted cost would bring. */
  public void look() {
    preview =
        eligible == null
            ? null
            : activities.preview(visitor.actor().scope(), Uids.parse(id), eligible);
  }

  /** What the accepted cost would bring, when it is not the claimed one. */
  public Explanation getPreview() {
    return preview;
  }

  public boolean isMayDecide() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  /** What is decided on this page is what its reader saw. */
  public boolean isRequest() {
    return isMayDecide() && state == ActivityState.SUBMITTED;
  }

  public boolean isClaim() {
    return isMayDecide() && state == ActivityState.CLAIMED;
  }

  /** Whether he promised the money himself: then somebody else decides on the claim. */
  public boolean isOwnPromise() {
    return visitor.actor().username().equals(getDetail().preApprovedBy());
  }

  public boolean isExtendable() {
    boolean promised = state == ActivityState.APPROVED || state == ActivityState.EXECUTED;
    return isMayDecide() && promised && !getDetail().extended();
  }

  public boolean isClosable() {
    return isMayDecide()
        && state == ActivityState.EXECUTED
        && getDetail().summary().reimbursed().signum() > 0;
  }

  /** Whether the fund cannot promise all that was requested. */
  public boolean isShort() {
    return getDetail().available().compareTo(getDetail().summary().requested()) < 0;
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

  public BigDecimal getEligible() {
    return eligible;
  }

  public void setEligible(BigDecimal eligible) {
    this.eligible = eligible;
  }

  public LocalDate getClaimBy() {
    return claimBy;
  }

  public void setClaimBy(LocalDate claimBy) {
    this.claimBy = claimBy;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
