package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.idempotency.Idempotency;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.remittance.RemittanceFileSummary;
import org.mitra.remittance.RemittanceFiles;
import org.mitra.remittance.RemittanceFormat;
import org.mitra.settlements.ReleaseSettlement;
import org.mitra.settlements.SettlementDetail;
import org.mitra.settlements.SettlementSummary;
import org.mitra.settlements.Settlements;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One settlement: how far it is, what it pays, its release by a second person, its files. */
@Named
@ViewScoped
public class SettlementPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FILES = 100;

  @Inject private transient Settlements settlements;
  @Inject private transient Payouts payouts;
  @Inject private transient RemittanceFiles remittanceFiles;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this view: a double click releases once. */
  private final String key = UUID.randomUUID().toString();

  private transient SettlementDetail settlement;
  private transient LazyList<PayoutSummary> list;
  private transient List<RemittanceFileSummary> files;
  private String id;
  private String digest;
  private RemittanceFormat format = RemittanceFormat.PAIN_001;

  /** Before each rendering: the page shows what is so now. */
  public void open() {
    settlement = null;
    files = null;
    // Its rows, too: a table shows what it read before, even after the job that made more.
    list = null;
    getSettlement();
  }

  public SettlementDetail getSettlement() {
    if (settlement == null) {
      settlement = settlements.get(visitor.actor(), Uids.parse(id));
    }
    return settlement;
  }

  public void release() {
    ReleaseSettlement command = new ReleaseSettlement(digest, format);
    UUID uid = getSettlement().summary().uid();
    idempotency.once(
        visitor.actor(),
        key,
        List.of(uid.toString(), digest, format.name()),
        SettlementSummary.class,
        () -> settlements.release(visitor.actor(), uid, command));
    notices.open("/settlement?id=" + uid);
  }

  public LazyList<PayoutSummary> getList() {
    if (list == null) {
      list =
          new LazyList<>(
              query -> payouts.list(visitor.actor(), query.filtered("settlement", id)),
              PayoutSummary::uid);
    }
    return list;
  }

  public List<RemittanceFileSummary> getFiles() {
    if (files == null) {
      files =
          remittanceFiles
              .list(visitor.actor(), ListQuery.firstRows(FILES).filtered("settlement", id))
              .rows();
    }
    return files;
  }

  /** Whether he is the second person whom the release needs. */
  public boolean isMayRelease() {
    SettlementSummary summary = getSettlement().summary();
    return isFinance()
        && !summary.isBusy()
        && getSettlement().ready() > 0
        && !summary.preparedBy().equals(visitor.actor().username());
  }

  /** Whether it waits for somebody else, since he prepared it. */
  public boolean isOwn() {
    SettlementSummary summary = getSettlement().summary();
    return isFinance()
        && !summary.isBusy()
        && getSettlement().ready() > 0
        && summary.preparedBy().equals(visitor.actor().username());
  }

  public boolean isFinance() {
    return visitor.actor().has(Role.FINANCE);
  }

  /** Whether he may follow the job that works on it. */
  public boolean isMayFollow() {
    return visitor.actor().hasAny(Role.FINANCE, Role.AUDITOR);
  }

  /** Travels with the page: what he saw is what he releases. */
  public String getDigest() {
    return getSettlement().digest();
  }

  public void setDigest(String digest) {
    this.digest = digest;
  }

  public RemittanceFormat[] getFormats() {
    return RemittanceFormat.values();
  }

  public RemittanceFormat getFormat() {
    return format;
  }

  public void setFormat(RemittanceFormat format) {
    this.format = format;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
