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
import org.mitra.data.Uids;
import org.mitra.feeds.MappingTrial;
import org.mitra.feeds.Preview;
import org.mitra.idempotency.Idempotency;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappingDetail;
import org.mitra.mappings.MappingJson;
import org.mitra.mappings.MappingSummary;
import org.mitra.mappings.Mappings;
import org.mitra.mappings.SaveMapping;
import org.mitra.problem.Problem;
import org.mitra.web.Notices;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** One mapping: read it, change it, and try it on some rows before it is saved. */
@Named
@ViewScoped
public class MappingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Mappings mappings;
  @Inject private transient MappingTrial trial;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;
  @Inject private transient TextsBean texts;

  /** Of this form: sent twice, it saves one version. */
  private String key = UUID.randomUUID().toString();

  private String id;
  private String kind = FeedKind.SALES.name();
  private String name;
  private String definition;
  private String sample;
  private List<MappingSummary> versions = List.of();
  private transient Preview preview;

  public void open() {
    if (isFresh()) {
      definition = MappingJson.example(feedKind());
      return;
    }
    MappingDetail detail = mappings.get(visitor.actor(), Uids.parse(id));
    name = detail.summary().name();
    definition = MappingJson.readable(detail.definition());
    versions = new ArrayList<>(detail.versions());
  }

  private FeedKind feedKind() {
    for (FeedKind known : FeedKind.values()) {
      if (known.name().equals(kind)) {
        return known;
      }
    }
    throw Problem.notFound();
  }

  /** Shows what it makes of the sample; nothing is stored. */
  public void tryOut() {
    preview = null;
    preview = trial.of(visitor.actor(), definition, sample);
  }

  public void save() {
    SaveMapping command = new SaveMapping(name, definition);
    MappingDetail saved =
        idempotency.once(
            visitor.actor(),
            key,
            command,
            MappingDetail.class,
            () -> mappings.save(visitor.actor(), command));
    notices.tell("page.saved");
    notices.open("/mapping?id=" + saved.summary().uid());
  }

  /** What is wrong with a row of the sample. */
  public String reasons(Preview.Sample row) {
    return String.join(", ", row.reasons().stream().distinct().map(texts::reason).toList());
  }

  public List<Map.Entry<String, Long>> getOutcomes() {
    return preview == null ? List.of() : new ArrayList<>(preview.outcomes().entrySet());
  }

  public boolean isFresh() {
    return id == null || id.isEmpty();
  }

  public boolean isChangeable() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  public FeedKind[] getKinds() {
    return FeedKind.values();
  }

  public Preview getPreview() {
    return preview;
  }

  public List<MappingSummary> getVersions() {
    return versions;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDefinition() {
    return definition;
  }

  public void setDefinition(String definition) {
    this.definition = definition;
  }

  public String getSample() {
    return sample;
  }

  public void setSample(String sample) {
    this.sample = sample;
  }
}
