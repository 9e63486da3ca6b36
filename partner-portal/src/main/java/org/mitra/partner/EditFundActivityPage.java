package org.mitra.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.documents.DocumentSummary;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.funds.activities.ActivityKind;
import org.mitra.funds.activities.ActivityRequests;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivityDetail;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.funds.activities.MoveActivity;
import org.mitra.funds.activities.SaveActivity;
import org.mitra.idempotency.Idempotency;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;
import org.primefaces.event.FileUploadEvent;

/** Writes a request for fund money, or changes one that was not handed in or came back. */
@Named
@ViewScoped
public class EditFundActivityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient ActivityRequests requests;
  @Inject private transient Funds funds;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  @Inject private Proofs proofs;

  /** Of this form: sent twice, it makes one request. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private String fund;
  private Integer version;
  private String title;
  private ActivityKind kind = ActivityKind.EXHIBITION;
  private String description;
  private LocalDate startsOn;
  private LocalDate endsOn;
  private BigDecimal plannedCost;
  private BigDecimal requested;
  private transient List<FundSummary> own;

  /** Reads the parameters of the address. */
  public void open() {
    if (isFresh()) {
      if (fund == null && getFunds().size() == 1) {
        fund = getFunds().get(0).uid().toString();
      }
      return;
    }
    FundActivityDetail detail = activities.get(visitor.actor().scope(), Uids.parse(id));
    FundActivitySummary summary = detail.summary();
    version = summary.version();
    fund = summary.fund().toString();
    title = summary.title();
    kind = summary.kind();
    description = detail.description();
    startsOn = summary.startsOn();
    endsOn = summary.endsOn();
    plannedCost = summary.plannedCost();
    requested = summary.requested();
    proofs.are(detail.documents());
  }

  /** Keeps the request, to be handed in later. */
  public void save() {
    FundActivitySummary saved =
        idempotency.once(visitor.actor(), key, command(), FundActivitySummary.class, this::stored);
    notices.tell("fund-activity.told.saved");
    notices.open("/fund-activity?id=" + saved.uid());
  }

  /** Keeps the request and hands it in, both or neither. */
  public void submit() {
    FundActivitySummary submitted =
        idempotency.once(
            visitor.actor(),
            key,
            List.of("submit", command()),
            FundActivitySummary.class,
            () -> {
              FundActivitySummary saved = stored();
              return requests.submit(
                  visitor.actor(), new MoveActivity(saved.uid(), "", saved.version()));
            });
    notices.tell("fund-activity.told.submitted");
    notices.open("/fund-activity?id=" + submitted.uid());
  }

  private FundActivitySummary stored() {
    return requests.save(visitor.actor(), command());
  }

  private SaveActivity command() {
    return new SaveActivity(
        isFresh() ? null : Uids.parse(id),
        fund == null ? null : Uids.parse(fund),
        title,
        kind,
        description,
        startsOn,
        endsOn,
        plannedCost,
        requested,
        proofs.uids(),
        version);
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

  /** Funds that the partner himself may ask; those of his dealers are theirs. */
  public List<FundSummary> getFunds() {
    if (own == null) {
      String code = visitor.getPartnerCode();
      own =
          funds
              .list(
                  visitor.actor().scope(),
                  ListQuery.firstRows(ListQuery.MOST).filtered("partner", code))
              .rows()
              .stream()
              .filter(summary -> summary.partnerCode().equals(code))
              .toList();
    }
    return own;
  }

  public ActivityKind[] getKinds() {
    return ActivityKind.values();
  }

  public boolean isFresh() {
    return id == null || id.isEmpty();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getFund() {
    return fund;
  }

  public void setFund(String fund) {
    this.fund = fund;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public ActivityKind getKind() {
    return kind;
  }

  public void setKind(ActivityKind kind) {
    this.kind = kind;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public BigDecimal getPlannedCost() {
    return plannedCost;
  }

  public void setPlannedCost(BigDecimal plannedCost) {
    this.plannedCost = plannedCost;
  }

  public BigDecimal getRequested() {
    return requested;
  }

  public void setRequested(BigDecimal requested) {
    this.requested = requested;
  }
}
