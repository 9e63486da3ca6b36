package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.mitra.access.Role;
import org.mitra.audit.AuditEvent;
import org.mitra.audit.AuditTrail;
import org.mitra.data.Uids;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Finding;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.programs.ProgramDetail;
import org.mitra.programs.ProgramRef;
import org.mitra.programs.ProgramState;
import org.mitra.programs.Programs;
import org.mitra.programs.VersionDetail;
import org.mitra.programs.VersionState;
import org.mitra.programs.terms.Clause;
import org.mitra.programs.terms.TermsJson;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/**
 * A program: what one of its versions promises, where it stands, and the steps that it can take.
 */
@Named
@ViewScoped
public class ProgramPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int HISTORY = 50;

  @Inject private transient Programs programs;
  @Inject private transient AuditTrail audit;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this page: sent twice, it begins one amendment or copy. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private int number;
  private String digest;
  private String remark;
  private String reason;
  private String doubts;
  private String copyCode;
  private LocalDate amendFrom;
  private transient ProgramDetail program;
  private transient List<Clause> words;
  private transient List<Finding> findings;

  public void open() {
    digest = getShown().digest();
  }

  public ProgramDetail getProgram() {
    if (program == null) {
      program = programs.get(visitor.actor(), Uids.parse(id));
    }
    return program;
  }

  /** The version that is read: the one asked for, else the newest that was not given up. */
  public VersionDetail getShown() {
    List<VersionDetail> versions = getProgram().versions();
    if (number > 0) {
      return versions.stream()
          .filter(version -> version.number() == number)
          .findFirst()
          .orElseThrow(Problem::notFound);
    }
    return versions.stream()
        .filter(version -> version.state() != VersionState.DISCARDED)
        .findFirst()
        .orElseGet(() -> getProgram().newest());
  }

  public String getName() {
    return getShown().terms().getJsonObject("name").getString(visitor.getLanguage());
  }

  /** Everybody who had a hand in the version. */
  public String getAuthors() {
    return String.join(", ", getShown().authors());
  }

  public String getRuleType() {
    return getShown().terms().getJsonObject("rule").getString("type");
  }

  /** Whether everyone takes part without being enrolled. */
  public boolean isForEveryone() {
    return TermsJson.decode(getShown().terms(), "").enrollment() == EnrollmentMode.EVERYONE;
  }

  public List<Clause> getWords() {
    if (words == null) {
      words =
          programs.words(
              visitor.actor(), TermsJson.decode(getShown().terms(), ""), visitor.locale());
    }
    return words;
  }

  /** What is found about a version that is being worked on. */
  public List<Finding> getFindings() {
    if (findings == null) {
      boolean open = isIn("DRAFT") || isIn("SUBMITTED") || isIn("APPROVED");
      findings = open ? programs.findings(visitor.actor(), getShown().uid()) : List.of();
    }
    return findings;
  }

  /** Facts of a finding with the currency that amounts are in. */
  public Map<String, String> facts(Finding finding) {
    Map<String, String> facts = new HashMap<>(finding.facts());
    facts.putIfAbsent("currency", getShown().terms().getString("currency", ""));
    return facts;
  }

  public String getDoubts() {
    return doubts;
  }

  public void setDoubts(String doubts) {
    this.doubts = doubts;
  }

  public String getJson() {
    return TermsJson.pretty(getShown().terms());
  }

  public List<AuditEvent> getHistory() {
    return audit.history(visitor.actor(), "program", getProgram().code(), HISTORY);
  }

  public boolean isManager() {
    return visitor.actor().has(Role.CHANNEL_MANAGER);
  }

  /** Whether he may decide about what waits for approval, as far as his role goes. */
  public boolean isApprover() {
    return visitor.actor().hasAny(Role.CHANNEL_MANAGER, Role.FINANCE);
  }

  /** Whether he had a hand in the version, so that somebody else has to approve it. */
  public boolean isMaker() {
    return getShown().authors().contains(visitor.actor().username());
  }

  public boolean isIn(String state) {
    return getShown().state().name().equals(state);
  }

  public boolean isPublished() {
    return getProgram().state() == ProgramState.PUBLISHED;
  }

  /** Whether nobody works on a version of a published program. */
  public boolean isAmendable() {
    return isManager() && isPublished() && getProgram().open().isEmpty();
  }

  public void submit() {
    done("program.submitted", programs.submit(visitor.actor(), getShown().uid(), doubts));
  }

  public void approve() {
    done("program.approved", programs.approve(visitor.actor(), getShown().uid(), digest, remark));
  }

  public void sendBack() {
    done("program.sent-back", programs.sendBack(visitor.actor(), getShown().uid(), reason));
  }

  public void publish() {
    done("program.published", programs.publish(visitor.actor(), getShown().uid()));
  }

  public void discard() {
    done("program.discarded", programs.discard(visitor.actor(), getShown().uid()));
  }

  public void close() {
    done("program.closed", programs.close(visitor.actor(), getProgram().uid()));
  }

  public void amend() {
    ProgramRef draft =
        once("amend", amendFrom, () -> programs.amend(visitor.actor(), Uids.parse(id), amendFrom));
    notices.open("/edit-program?version=" + draft.version());
  }

  public void copy() {
    ProgramRef draft =
        once("copy", copyCode, () -> programs.copy(visitor.actor(), Uids.parse(id), copyCode));
    notices.open("/edit-program?version=" + draft.version());
  }

  private ProgramRef once(String what, Object wanted, Supplier<ProgramRef> work) {
    return idempotency.once(
        visitor.actor(),
        what + key,
        List.of(what, id, String.valueOf(wanted)),
        ProgramRef.class,
        work);
  }

  private void done(String notice, ProgramRef ref) {
    notices.tell(notice);
    notices.open("/program?id=" + ref.program());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public int getNumber() {
    return number;
  }

  public void setNumber(int number) {
    this.number = number;
  }

  public String getDigest() {
    return digest;
  }

  public void setDigest(String digest) {
    this.digest = digest;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getCopyCode() {
    return copyCode;
  }

  public void setCopyCode(String copyCode) {
    this.copyCode = copyCode;
  }

  public LocalDate getAmendFrom() {
    return amendFrom;
  }

  public void setAmendFrom(LocalDate amendFrom) {
    this.amendFrom = amendFrom;
  }
}
