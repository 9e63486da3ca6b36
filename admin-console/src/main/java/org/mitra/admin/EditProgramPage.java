package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.data.BusinessClock;
import org.mitra.data.Uids;
import org.mitra.engine.Terms;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.programs.CreateProgram;
import org.mitra.programs.EditDraft;
import org.mitra.programs.ProgramDetail;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.ProgramState;
import org.mitra.programs.Programs;
import org.mitra.programs.VersionDetail;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.TermsJson;
import org.mitra.web.Notices;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** Writes the terms of a new program or of a draft, in a form or as the document itself. */
@Named
@ViewScoped
public class EditProgramPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Programs programs;
  @Inject private transient Idempotency idempotency;
  @Inject private transient BusinessClock clock;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;
  @Inject private transient TextsBean texts;

  /** Of this form: sent twice, it creates one program. */
  private final String key = UUID.randomUUID().toString();

  private String version;
  private String kind;
  private int revision;
  private UUID program;
  private String code;
  private boolean amendment;
  private LocalDate effectiveFrom;
  private TermsForm form;
  private boolean document;
  private String json;
  private transient List<Clause> words;
  private transient long reach;
  private transient List<Mistake> mistakes;

  /** What is wrong in the document, and where. */
  public record Mistake(String at, String sentence, String next) {}

  public void open() {
    if (!isFresh()) {
      UUID uid = Uids.parse(version);
      ProgramDetail detail = programs.ofVersion(visitor.actor(), uid);
      VersionDetail draft =
          detail.versions().stream().filter(v -> v.uid().equals(uid)).findFirst().orElseThrow();
      program = detail.uid();
      code = detail.code();
      amendment = detail.state() == ProgramState.PUBLISHED;
      effectiveFrom = draft.effectiveFrom();
      revision = draft.revision();
      form = TermsForm.of(draft.terms());
      if (form.lost(draft.terms()).isPresent()) {
        json = TermsJson.pretty(draft.terms());
        document = true;
      }
    } else if (isChosen()) {
      NewTerms wanted =
          Arrays.stream(NewTerms.values())
              .filter(one -> one.name().equals(kind))
              .findFirst()
              .orElseThrow(Problem::notFound);
      form = wanted.form(clock.today(), clock.zone());
    }
  }

  /** The kinds of programs that can be begun. */
  public NewTerms[] getKinds() {
    return NewTerms.values();
  }

  public void addTier() {
    form.getTiers().add(new TermsForm.TierRow());
  }

  public void removeTier(int row) {
    form.getTiers().remove(row);
  }

  public void showDocument() {
    json = TermsJson.pretty(form.json());
    document = true;
  }

  public void showForm() {
    JsonObject written = TermsJson.parse(json);
    TermsForm shown = TermsForm.of(written);
    Optional<String> lost = shown.lost(written);
    if (lost.isPresent()) {
      throw Problem.invalid("terms.not-in-the-form").with("field", lost.get());
    }
    form = shown;
    mistakes = null;
    document = false;
  }

  /** Says in words what is written, and stores nothing. */
  public void check() {
    attempt(
        () -> {
          Terms terms = terms();
          words = programs.words(visitor.actor(), terms, visitor.locale());
          reach = programs.reach(visitor.actor(), terms);
        });
  }

  public void save() {
    attempt(
        () -> {
          ProgramRef saved = isFresh() ? create(terms()) : edit(terms());
          notices.tell("page.saved");
          notices.open("/program?id=" + saved.program());
        });
  }

  private ProgramRef create(Terms terms) {
    CreateProgram command = new CreateProgram(code, terms);
    return idempotency.once(
        visitor.actor(),
        key,
        List.of(command.code(), TermsJson.canonical(terms)),
        ProgramRef.class,
        () -> programs.create(visitor.actor(), command));
  }

  private ProgramRef edit(Terms terms) {
    return programs.edit(
        visitor.actor(), new EditDraft(Uids.parse(version), revision, terms, effectiveFrom));
  }

  private Terms terms() {
    JsonObject written = document ? TermsJson.parse(json) : form.json();
    return TermsJson.decode(written, "/terms");
  }

  /** In the form a mistake shows at its field; the document has none, so they are listed. */
  private void attempt(Runnable work) {
    mistakes = null;
    try {
      work.run();
    } catch (Problem problem) {
      if (!document || problem.parts().isEmpty()) {
        throw problem;
      }
      mistakes = problem.parts().stream().map(this::mistake).toList();
    }
  }

  private Mistake mistake(Problem part) {
    String sentence = "problem." + part.code();
    return new Mistake(
        part.field().replaceFirst("^/terms", ""),
        texts.sentence(sentence, part.facts()),
        texts.sentence(sentence + ".next", part.facts()));
  }

  public boolean isFresh() {
    return version == null || version.isEmpty();
  }

  /** Whether it is known what kind of program it shall be. */
  public boolean isChosen() {
    return !isFresh() || (kind != null && !kind.isEmpty());
  }

  public TermsForm getForm() {
    return form;
  }

  public UUID getProgram() {
    return program;
  }

  public boolean isAmendment() {
    return amendment;
  }

  public boolean isDocument() {
    return document;
  }

  public List<Clause> getWords() {
    return words;
  }

  public long getReach() {
    return reach;
  }

  public List<Mistake> getMistakes() {
    return mistakes;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public LocalDate getEffectiveFrom() {
    return effectiveFrom;
  }

  public void setEffectiveFrom(LocalDate effectiveFrom) {
    this.effectiveFrom = effectiveFrom;
  }

  public String getJson() {
    return json;
  }

  public void setJson(String json) {
    this.json = json;
  }
}
