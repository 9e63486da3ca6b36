package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.feeds.ImportDetail;
import org.mitra.feeds.ImportState;
import org.mitra.feeds.Imports;
import org.mitra.feeds.Preview;
import org.mitra.mappings.MappingSummary;
import org.mitra.mappings.Mappings;
import org.mitra.web.JobPage;
import org.mitra.web.Notices;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** One import: what it would do, the decision, and what became of its rows. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Imports imports;
  @Inject private transient Mappings mappings;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;
  @Inject private transient TextsBean texts;
  @Inject private transient JobPage jobPage;

  private String id;
  private String mapping;
  private transient ImportDetail detail;
  private transient List<MappingSummary> known;

  public void open() {
    detail = imports.get(visitor.actor(), uid());
    mapping = detail.summary().mapping();
  }

  /**
   * Before it is shown: a job may have moved it on. Whoever is told that the job is over sees what
   * it did, even when it ends this very moment.
   */
  public void refresh() {
    if (id == null) {
      return;
    }
    detail = imports.get(visitor.actor(), uid());
    if (detail.isBusy() && jobPage.follow(detail.job().uid()).state().isOver()) {
      detail = imports.get(visitor.actor(), uid());
    }
  }

  public void commit() {
    imports.commit(visitor.actor(), uid());
    notices.open("/import?id=" + uid());
  }

  public void discard() {
    imports.discard(visitor.actor(), uid());
    notices.open("/import?id=" + uid());
  }

  public void lookAgain() {
    imports.preview(visitor.actor(), uid(), mapping);
    notices.open("/import?id=" + uid());
  }

  private UUID uid() {
    return Uids.parse(id);
  }

  public ImportDetail getDetail() {
    if (detail == null) {
      refresh();
    }
    return detail;
  }

  /** Whether somebody may still decide about it. */
  public boolean isOpen() {
    ImportState state = getDetail().summary().state();
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR)
        && getDetail().summary().origin().equals("FILE")
        && (state == ImportState.PREVIEWED || state == ImportState.REFUSED);
  }

  public boolean isCommittable() {
    return isOpen() && getDetail().summary().state() == ImportState.PREVIEWED;
  }

  public boolean isDownloadable() {
    return getDetail().summary().origin().equals("FILE")
        && getDetail().summary().state() != ImportState.DISCARDED;
  }

  public long getKilobytes() {
    return (getDetail().fileSize() + 1023) / 1024;
  }

  /** What is wrong with the file as a whole. */
  public String getRefusal() {
    ImportDetail.Refusal refusal = getDetail().refusal();
    return texts.sentence("problem." + refusal.code(), refusal.facts());
  }

  public String getRefusalNext() {
    ImportDetail.Refusal refusal = getDetail().refusal();
    return texts.sentence("problem." + refusal.code() + ".next", refusal.facts());
  }

  /** Rows by what would become of them. */
  public List<Map.Entry<String, Long>> getOutcomes() {
    Preview preview = getDetail().preview();
    return preview == null ? List.of() : new ArrayList<>(preview.outcomes().entrySet());
  }

  /** Other mappings of the same kind. */
  public List<MappingSummary> getMappings() {
    if (known == null) {
      known =
          mappings
              .list(
                  visitor.actor(),
                  ListQuery.firstRows(ListQuery.MOST)
                      .filtered("kind", getDetail().summary().kind().name()))
              .rows();
    }
    return known;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getMapping() {
    return mapping;
  }

  public void setMapping(String mapping) {
    this.mapping = mapping;
  }
}
