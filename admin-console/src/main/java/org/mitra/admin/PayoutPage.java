package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.payouts.PayoutDetail;
import org.mitra.payouts.PayoutState;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One payout: what it is made of and why, what is in its way, what the bank made of it. */
@Named
@ViewScoped
public class PayoutPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Payouts payouts;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this view: a double click notes one outcome. */
  private final String key = UUID.randomUUID().toString();

  private transient PayoutDetail payout;
  private String id;
  private String reason;
  private LocalDate on;
  private String reference;
  private String bankReason;

  public void open() {
    getPayout();
    on = clock.today();
  }

  public PayoutDetail getPayout() {
    if (payout == null) {
      payout = payouts.get(visitor.actor(), Uids.parse(id));
    }
    return payout;
  }

  public void exclude() {
    once(
        List.of("exclude", id, String.valueOf(reason)),
        () -> payouts.exclude(visitor.actor(), Uids.parse(id), reason));
  }

  public void paid() {
    once(
        List.of("paid", id, String.valueOf(on), String.valueOf(reference)),
        () -> payouts.markPaid(visitor.actor(), Uids.parse(id), on, reference));
  }

  public void returned() {
    once(
        List.of("returned", id, String.valueOf(on), String.valueOf(bankReason)),
        () -> payouts.markReturned(visitor.actor(), Uids.parse(id), on, bankReason));
  }

  private void once(List<String> request, Supplier<PayoutSummary> work) {
    idempotency.once(visitor.actor(), key, request, PayoutSummary.class, work);
    notices.tell("page.saved");
    notices.open("/payout?id=" + id);
  }

  public boolean isMayExclude() {
    return visitor.actor().has(Role.FINANCE)
        && getPayout().summary().state() == PayoutState.PREPARED
        && getPayout().settlementState().equals("READY");
  }

  public boolean isMayNotePaid() {
    return visitor.actor().has(Role.FINANCE)
        && getPayout().summary().state() == PayoutState.RELEASED;
  }

  /** Whether the payout may come back, and somebody else than he has to say so. */
  public boolean isOwnRelease() {
    return mayComeBack() && payouts.isReleasedBy(visitor.actor(), getPayout().summary().uid());
  }

  public boolean isMayNoteReturned() {
    return mayComeBack() && !isOwnRelease();
  }

  private boolean mayComeBack() {
    PayoutState state = getPayout().summary().state();
    return visitor.actor().has(Role.FINANCE)
        && (state == PayoutState.RELEASED || state == PayoutState.PAID);
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

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getBankReason() {
    return bankReason;
  }

  public void setBankReason(String bankReason) {
    this.bankReason = bankReason;
  }
}
