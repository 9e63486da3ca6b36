package org.mitra.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.claims.ClaimDetail;
import org.mitra.claims.ClaimItem;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.Claims;
import org.mitra.claims.ItemState;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One claim: where it stands, what the check found, what it brings; submitted and taken back. */
@Named
@ViewScoped
public class ClaimPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Claims claims;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this page: sent twice, it submits once. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private String remark;
  private transient ClaimDetail claim;
  private transient LazyList<ClaimItem> items;

  public void open() {
    UUID uid = Uids.parse(id);
    claim = claims.get(visitor.actor().scope(), uid);
    items =
        new LazyList<>(
            query -> claims.items(visitor.actor().scope(), uid, query), ClaimItem::position);
  }

  public void submit() {
    ClaimSummary seen = claim.summary();
    idempotency.once(
        visitor.actor(),
        key,
        List.of("submit", seen.uid(), seen.version()),
        ClaimSummary.class,
        () -> claims.submit(visitor.actor(), seen.uid(), seen.version()));
    done("claim.submitted");
  }

  public void withdraw() {
    claims.withdraw(visitor.actor(), claim.summary().uid(), claim.summary().version(), remark);
    done("claim.withdrawn");
  }

  private void done(String notice) {
    notices.tell(notice);
    notices.open("/claim?id=" + id);
  }

  public ClaimDetail getClaim() {
    return claim;
  }

  public LazyList<ClaimItem> getItems() {
    return items;
  }

  /** Whether it is his own partner's, and not that of a dealer below him. */
  public boolean isOwn() {
    return claim.summary().partnerCode().equals(visitor.getPartnerCode());
  }

  public ItemState[] getItemStates() {
    return ItemState.values();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }
}
