package org.mitra.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.data.Uids;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityRequests;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivityDetail;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** An activity of the partner: how far it is, and what he can do next. */
@Named
@ViewScoped
public class FundActivityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient ActivityRequests requests;
  @Inject private transient ActivityClaims claims;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this view: a double click moves it once. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private int version;
  private ActivityState state;
  private String reason;
  private transient FundActivityDetail detail;

  /** Reads the parameters of the address. */
  public void open() {
    version = getDetail().summary().version();
    state = getDetail().summary().state();
  }

  public FundActivityDetail getDetail() {
    if (detail == null) {
      detail = activities.get(visitor.actor().scope(), Uids.parse(id));
    }
    return detail;
  }

  public void submit() {
    MoveActivity command = move();
    once(command, () -> requests.submit(visitor.actor(), command), "fund-activity.told.submitted");
  }

  public void execute() {
    MoveActivity command = move();
    once(command, () -> requests.execute(visitor.actor(), command), "fund-activity.told.executed");
  }

  public void withdraw() {
    MoveActivity command = move();
    once(
        command, () -> requests.withdraw(visitor.actor(), command), "fund-activity.told.withdrawn");
  }

  public void close() {
    MoveActivity command = move();
    once(command, () -> claims.close(visitor.actor(), command), "fund-activity.told.closed");
  }

  private MoveActivity move() {
    return new MoveActivity(Uids.parse(id), reason, version);
  }

  private void once(Object command, Supplier<FundActivitySummary> work, String told) {
    idempotency.once(visitor.actor(), key, command, FundActivitySummary.class, work);
    notices.tell(told);
    notices.open("/fund-activity?id=" + id);
  }

  /** Whether it is his own, not that of a dealer below him. */
  public boolean isOwn() {
    return visitor.getPartnerCode().equals(getDetail().summary().partnerCode());
  }

  public boolean isEditable() {
    return isOwn() && state.isEditable();
  }

  public boolean isExecutable() {
    return isOwn() && state == ActivityState.APPROVED;
  }

  public boolean isClaimable() {
    return isOwn() && state == ActivityState.EXECUTED;
  }

  public boolean isClosable() {
    return isClaimable() && isPartlyPaid();
  }

  public boolean isWithdrawable() {
    boolean waits = state == ActivityState.SUBMITTED || isExecutable() || isClaimable();
    return isOwn() && !isPartlyPaid() && (waits || state.isEditable());
  }

  private boolean isPartlyPaid() {
    return getDetail().summary().reimbursed().signum() > 0;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
