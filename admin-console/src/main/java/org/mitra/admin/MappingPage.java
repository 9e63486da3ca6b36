package org.mitra.admin;

import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
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
import org.mitra.web.Visitor;
import org.primefaces.event.FileUploadEvent;

/** One mapping, in a form or as the document itself: changed, and tried before it is saved. */
@Named
@ViewScoped
public class MappingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Mappings mappings;
  @Inject private transient MappingTrial trial;
  @Inject private transient MappingWords words;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it saves one version. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private String kind = FeedKind.SALES.name();
  private String name;
  private MappingForm form;
  private boolean document;

  /** The document as it was saved or typed, and what the form made of it then. */
  private String definition;

  private String written;
  private String shown;

  private byte[] sample;
  private String sampleName;
  private ArrayList<String> columns = new ArrayList<>();
  private List<MappingSummary> versions = List.of();
  private transient String mistake;
  private transient Preview preview;

  public void open() {
    if (isFresh()) {
      form = MappingForm.fresh(feedKind(), clock.zone().getId());
      return;
    }
    MappingDetail detail = mappings.get(visitor.actor(), Uids.parse(id));
    name = detail.summary().name();
    versions = new ArrayList<>(detail.versions());
    read(MappingJson.readable(detail.definition()));
  }

  private FeedKind feedKind() {
    for (FeedKind known : FeedKind.values()) {
      if (known.name().equals(kind)) {
        return known;
      }
    }
    throw Problem.notFound();
  }

  private void read(String text) {
    form = MappingForm.of(MappingJson.object(text));
    written = form.json().toString();
    definition = text;
  }

  /** The form is about another kind of data; what was typed stays where it fits. */
  public void changeKind() {
    form.become(form.kind());
    proposeColumns();
  }

  /** What the form says. Unchanged, it is the document that it was read from, word for word. */
  private String formText() {
    String now = form.json().toString();
    return now.equals(written) ? definition : MappingJson.readable(now);
  }

  private String text() {
    return document ? definition : formText();
  }

  public void showDocument() {
    attempt(
        () -> {
          String text = formText();
          written = form.json().toString();
          definition = text;
          shown = text;
          document = true;
        });
  }

  /** Back to the form as it was, or as a changed document says. */
  public void showForm() {
    attempt(
        () -> {
          if (!definition.equals(shown)) {
            read(definition);
          }
          document = false;
        });
  }

  /** Takes a sample file, reads its header and finds columns that are called like fields. */
  public void takeSample(FileUploadEvent upload) throws IOException {
    if (!upload.getPhaseId().equals(PhaseId.INVOKE_APPLICATION)) {
      // What was typed is known later than the file.
      upload.setPhaseId(PhaseId.INVOKE_APPLICATION);
      upload.queue();
      return;
    }
    try (InputStream content = upload.getFile().getInputStream()) {
      sample = content.readNBytes(MappingTrial.LARGEST);
    }
    sampleName = upload.getFile().getFileName();
    preview = null;
    columns.clear();
    if (isFresh() && !document) {
      form.getValues().put("format-type", isZip() ? "XLSX" : "CSV");
    }
    if (isZip() && upload.getFile().getSize() > MappingTrial.LARGEST) {
      sample = null;
      sampleName = null;
      throw Problem.refused("mapping.sample-too-large").at("/sample");
    }
    readHeader();
    proposeColumns();
  }

  private boolean isZip() {
    return sample.length > 1 && sample[0] == 'P' && sample[1] == 'K';
  }

  private void readHeader() {
    columns = new ArrayList<>(trial.header(visitor.actor(), text(), sample));
    if (isFresh() && !document && columns.size() == 1) {
      readHeaderOtherwise();
    }
  }

  /** A proposal that everybody sees in the form: the separator that the header seems to have. */
  private void readHeaderOtherwise() {
    String own = form.getValues().get("format-separator").toString();
    for (String separator : form.getSeparators()) {
      form.getValues().put("format-separator", separator);
      List<String> other = trial.header(visitor.actor(), text(), sample);
      if (other.size() > columns.size()) {
        columns = new ArrayList<>(other);
        own = separator;
      }
    }
    form.getValues().put("format-separator", own);
  }

  private void proposeColumns() {
    for (MappingFieldRow row : form.getFields()) {
      columns.stream()
          .filter(column -> words.isCalled(row.getName(), column))
          .findFirst()
          .ifPresent(column -> form.propose(row.getName(), column));
    }
  }

  /** Shows what it makes of the sample; nothing is stored. */
  public void tryOut() {
    preview = null;
    if (sample == null) {
      throw Problem.refused("mapping.no-sample").at("/sample");
    }
    attempt(
        () -> {
          readHeader();
          preview = trial.ofFile(visitor.actor(), text(), sample);
        });
  }

  public void save() {
    attempt(
        () -> {
          SaveMapping command = new SaveMapping(name, text());
          MappingDetail saved =
              idempotency.once(
                  visitor.actor(),
                  key,
                  command,
                  MappingDetail.class,
                  () -> mappings.save(visitor.actor(), command));
          notices.tell("page.saved");
          notices.open("/mapping?id=" + saved.summary().uid());
        });
  }

  /** In the form a mistake shows at its field, in the document with its place. */
  private void attempt(Runnable work) {
    mistake = "";
    try {
      work.run();
    } catch (Problem problem) {
      if (!document) {
        throw form.placed(problem, isPicked() ? "pick" : "column");
      }
      boolean within = problem.code().startsWith("mapping.") && !problem.field().isEmpty();
      mistake = within ? problem.field() : "";
      throw within ? problem.at("/definition") : problem;
    }
  }

  public void addIgnored() {
    form.getIgnored().add(new MappingIgnoreRow());
  }

  public void removeIgnored(int row) {
    form.getIgnored().remove(row);
  }

  /** The columns to choose from, with the one that is chosen. */
  public List<String> columnsFor(MappingFieldRow row) {
    List<String> all = new ArrayList<>(columns);
    all.removeIf(String::isEmpty);
    if (!row.getColumn().isEmpty() && !all.contains(row.getColumn())) {
      all.add(row.getColumn());
    }
    return all;
  }

  /** Whether columns are chosen from the sample instead of typed. */
  public boolean isPicked() {
    return !columns.isEmpty();
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

  public MappingForm getForm() {
    return form;
  }

  public boolean isDocument() {
    return document;
  }

  /** Where in the document something is wrong; empty when nothing is. */
  public String getMistake() {
    return mistake;
  }

  public Preview getPreview() {
    return preview;
  }

  public String getSampleName() {
    return sampleName;
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
    this.definition = definition == null ? "" : definition.replace("\r\n", "\n");
  }
}
