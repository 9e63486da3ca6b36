package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.clawbacks.ClawbackDetail;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.clawbacks.WriteOffs;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One clawback: what was taken for it, and giving up the rest with a second person. */
@Named
@ViewScoped
public class ClawbackPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Clawbacks clawbacks;
  @Inject private transient WriteOffs writeOffs;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this view: a double click asks once. */
  private final String key = UUID.randomUUID().toString();

  private transient ClawbackDetail clawback;
  private String id;
  private BigDecimal amount;
  private String reason;

  public void open() {
    amount = getClawback().summary().openAmount();
  }

  public ClawbackDetail getClawback() {
    if (clawback == null) {
      clawback = clawbacks.get(visitor.actor(), Uids.parse(id));
    }
    return clawback;
  }

  public void ask() {
    idempotency.once(
        visitor.actor(),
        key,
        List.of(id, String.valueOf(amount), String.valueOf(reason)),
        UUID.class,
        () -> writeOffs.request(visitor.actor(), Uids.parse(id), amount, reason));
    done();
  }

  public void agree(UUID writeOff) {
    decide(writeOff, true);
  }

  public void refuse(UUID writeOff) {
    decide(writeOff, false);
  }

  private void decide(UUID writeOff, boolean agreed) {
    idempotency.once(
        visitor.actor(),
        key + "-" + agreed,
        List.of(writeOff, agreed),
        UUID.class,
        () -> {
          writeOffs.decide(visitor.actor(), writeOff, agreed);
          return writeOff;
        });
    done();
  }

  private void done() {
    notices.tell("page.saved");
    notices.open("/clawback?id=" + id);
  }

  /** Whether he may ask to give up something. */
  public boolean isMayAsk() {
    return visitor.actor().has(Role.FINANCE)
        && getClawback().summary().openAmount().signum() > 0
        && getClawback().writeOffs().stream().noneMatch(w -> w.state().equals("PROPOSED"));
  }

  /** Whether he is the second person for the request. */
  public boolean mayDecide(ClawbackDetail.WriteOff writeOff) {
    return visitor.actor().has(Role.FINANCE)
        && writeOff.state().equals("PROPOSED")
        && !writeOff.requestedBy().equals(visitor.actor().username());
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
