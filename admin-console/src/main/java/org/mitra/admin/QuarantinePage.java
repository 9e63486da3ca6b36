package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Uids;
import org.mitra.feeds.Imports;
import org.mitra.feeds.Preview;
import org.mitra.feeds.Quarantine;
import org.mitra.feeds.QuarantineState;
import org.mitra.feeds.QuarantineSummary;
import org.mitra.mappings.FeedKind;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** Rows that cannot be believed, all of them or those of one import or reason. */
@Named
@ViewScoped
public class QuarantinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Quarantine quarantine;
  @Inject private transient Imports imports;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;
  @Inject private transient TextsBean texts;

  // One key for each view: a double click asks for one job.
  private final String key = UUID.randomUUID().toString();

  private String importId;
  private String reason;
  private String state = QuarantineState.QUARANTINED.name();
  private String note;
  private String job;
  private transient LazyList<QuarantineSummary> list;
  private transient List<Preview.Reason> reasons;

  /** Also before each rendering: a table shows what it read before, even after a job. */
  @PostConstruct
  public void open() {
    list = new LazyList<>(this::rows, QuarantineSummary::uid);
  }

  private Slice<QuarantineSummary> rows(ListQuery query) {
    ListQuery wanted = query;
    if (state != null) {
      wanted = wanted.filtered("state", state);
    }
    if (reason != null) {
      wanted = wanted.filtered("reason", reason);
    }
    if (importId != null) {
      wanted = wanted.filtered("import", importId);
    }
    return quarantine.list(visitor.actor(), wanted);
  }

  /** Tries all rows with the chosen reason again. */
  public void releaseAll() {
    job = quarantine.releaseAll(visitor.actor(), importUid(), reason, key).uid().toString();
  }

  /** Sets all rows with the chosen reason aside. */
  public void dismissAll() {
    quarantine.dismissAll(visitor.actor(), importUid(), reason, note);
    notices.tell("quarantine.dismissed");
    notices.open("/quarantine" + (importId == null ? "" : "?import=" + importUid()));
  }

  private UUID importUid() {
    return importId == null ? null : Uids.parse(importId);
  }

  /** The reason of a row in its own words. */
  public String sentence(QuarantineSummary row) {
    return row.problem() == null
        ? row.note()
        : texts.sentence("problem." + row.problem().code(), row.problem().facts());
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  /** Whether the shown rows can be decided about together. */
  public boolean isTogether() {
    return isChangeable() && reason != null && QuarantineState.QUARANTINED.name().equals(state);
  }

  /** Reasons of the rows that are in quarantine, most first. */
  public List<Preview.Reason> getReasons() {
    if (reasons == null) {
      reasons =
          importId == null
              ? quarantine.reasons(visitor.actor())
              : imports.get(visitor.actor(), importUid()).reasons();
    }
    return reasons;
  }

  public LazyList<QuarantineSummary> getList() {
    return list;
  }

  public QuarantineState[] getStates() {
    return QuarantineState.values();
  }

  public FeedKind[] getKinds() {
    return FeedKind.values();
  }

  public String getImportId() {
    return importId;
  }

  public void setImportId(String importId) {
    this.importId = importId == null || importId.isBlank() ? null : importId;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null || reason.isBlank() ? null : reason;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state == null || state.isBlank() ? null : state;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getJob() {
    return job;
  }
}
