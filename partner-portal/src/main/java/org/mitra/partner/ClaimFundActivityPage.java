package org.mitra.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mitra.data.Uids;
import org.mitra.documents.DocumentSummary;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ClaimActivity;
import org.mitra.funds.activities.ClaimCost;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivityDetail;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.FundClaim;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;
import org.primefaces.event.FileUploadEvent;

/** Claims what an activity cost, with proof. */
@Named
@ViewScoped
public class ClaimFundActivityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient ActivityClaims claims;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  @Inject private Proofs proofs;

  /** Of this form: sent twice, it claims once. */
  private final String key = UUID.randomUUID().toString();

  private final List<Cost> costs = new ArrayList<>();
  private String id;
  private int version;
  private boolean moreToCome;
  private String note;
  private transient FundActivityDetail detail;

  /** A cost as it is typed in. */
  public static class Cost implements Serializable {
    private static final long serialVersionUID = 1L;

    private String description;
    private String document;
    private LocalDate spentOn;
    private BigDecimal amount;

    private ClaimCost toClaim() {
      return new ClaimCost(description, document, spentOn, amount);
    }

    public String getDescription() {
      return description;
    }

    public void setDescription(String description) {
      this.description = description;
    }

    public String getDocument() {
      return document;
    }

    public void setDocument(String document) {
      this.document = document;
    }

    public LocalDate getSpentOn() {
      return spentOn;
    }

    public void setSpentOn(LocalDate spentOn) {
      this.spentOn = spentOn;
    }

    public BigDecimal getAmount() {
      return amount;
    }

    public void setAmount(BigDecimal amount) {
      this.amount = amount;
    }
  }

  /** Reads the parameters of the address; what came back is there to be corrected. */
  public void open() {
    version = getDetail().summary().version();
    getDetail().returnedClaim().ifPresent(this::fillFrom);
    if (costs.isEmpty()) {
      addCost();
    }
  }

  private void fillFrom(FundClaim returned) {
    for (ClaimCost claimed : returned.costs()) {
      Cost cost = new Cost();
      cost.setDescription(claimed.description());
      cost.setDocument(claimed.document());
      cost.setSpentOn(claimed.spentOn());
      cost.setAmount(claimed.amount());
      costs.add(cost);
    }
    moreToCome = returned.moreToCome();
    note = returned.note();
    proofs.are(returned.documents());
  }

  public FundActivityDetail getDetail() {
    if (detail == null) {
      detail = activities.get(visitor.actor().scope(), Uids.parse(id));
    }
    return detail;
  }

  public void addCost() {
    costs.add(new Cost());
  }

  public void removeCost(Cost cost) {
    costs.remove(cost);
    if (costs.isEmpty()) {
      addCost();
    }
  }

  public void upload(FileUploadEvent event) {
    proofs.add(event.getFile());
  }

  public void remove(DocumentSummary document) {
    proofs.remove(document);
  }

  public List<DocumentSummary> getDocuments() {
    return proofs.list();
  }

  public void claim() {
    List<ClaimCost> spent = costs.stream().map(Cost::toClaim).toList();
    ClaimActivity command =
        new ClaimActivity(Uids.parse(id), spent, proofs.uids(), moreToCome, note, version);
    idempotency.once(
        visitor.actor(),
        key,
        command,
        FundActivitySummary.class,
        () -> claims.claim(visitor.actor(), command));
    notices.tell("fund-activity.told.claimed");
    notices.open("/fund-activity?id=" + id);
  }

  public List<Cost> getCosts() {
    return costs;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public boolean isMoreToCome() {
    return moreToCome;
  }

  public void setMoreToCome(boolean moreToCome) {
    this.moreToCome = moreToCome;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
