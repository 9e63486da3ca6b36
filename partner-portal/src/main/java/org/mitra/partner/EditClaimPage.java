package org.mitra.partner;

import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mitra.claims.ClaimDetail;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.ClaimableProgram;
import org.mitra.claims.ClaimedUnit;
import org.mitra.claims.Claims;
import org.mitra.claims.SaveClaim;
import org.mitra.claims.SerialList;
import org.mitra.data.Uids;
import org.mitra.documents.DocumentSummary;
import org.mitra.documents.Documents;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;
import org.primefaces.event.FileUploadEvent;

/** What a claim says: its program, units and proofs. Saved, it is checked. */
@Named
@ViewScoped
public class EditClaimPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A line of an invoice as it is typed. */
  public static class Line implements Serializable {
    private static final long serialVersionUID = 1L;

    private String document;
    private String line;
    private BigDecimal units;

    public String getDocument() {
      return document;
    }

    public void setDocument(String document) {
      this.document = document;
    }

    public String getLine() {
      return line;
    }

    public void setLine(String line) {
      this.line = line;
    }

    public BigDecimal getUnits() {
      return units;
    }

    public void setUnits(BigDecimal units) {
      this.units = units;
    }

    private boolean isBlank() {
      return document == null && line == null && units == null;
    }

    private ClaimedUnit unit() {
      return new ClaimedUnit("", document, line, units);
    }
  }

  @Inject private transient Claims claims;
  @Inject private transient Documents documents;
  @Inject private transient Idempotency idempotency;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it makes one claim. */
  private final String key = UUID.randomUUID().toString();

  private String id;
  private String wanted;
  private Integer version;
  private String number;
  private String program;
  private String serials;
  private String remark;
  private final List<Line> lines = new ArrayList<>();
  private final ArrayList<DocumentSummary> proofs = new ArrayList<>();
  private transient List<ClaimableProgram> programs;

  public void open() {
    if (isFresh()) {
      program = wanted;
      if (getChosen() == null) {
        program = getPrograms().size() == 1 ? getPrograms().get(0).code() : null;
      }
      return;
    }
    UUID uid = Uids.parse(id);
    ClaimDetail detail = claims.get(visitor.actor().scope(), uid);
    if (!detail.summary().state().isEditable()) {
      notices.open("/claim?id=" + uid);
      return;
    }
    SaveClaim content = claims.content(visitor.actor(), uid);
    number = detail.summary().number();
    version = content.version();
    program = content.program();
    remark = content.remark();
    serials = String.join("\n", content.serials());
    content.lines().forEach(this::show);
    detail.documents().forEach(proof -> proofs.add(proof.document()));
  }

  private void show(ClaimedUnit unit) {
    Line line = new Line();
    line.setDocument(unit.document());
    line.setLine(unit.line());
    line.setUnits(unit.units());
    lines.add(line);
  }

  public void save() {
    SaveClaim command =
        new SaveClaim(
            program,
            remark,
            SerialList.of(serials),
            lines.stream().filter(line -> !line.isBlank()).map(Line::unit).toList(),
            proofs.stream().map(DocumentSummary::uid).toList(),
            version);
    ClaimSummary saved =
        isFresh()
            ? idempotency.once(
                visitor.actor(),
                key,
                command,
                ClaimSummary.class,
                () -> claims.draft(visitor.actor(), command))
            : claims.change(visitor.actor(), Uids.parse(id), command);
    notices.tell("claim.saved");
    notices.open("/claim?id=" + saved.uid());
  }

  /** Adds the serials of a list to those that are there. */
  public void read(FileUploadEvent upload) {
    if (!upload.getPhaseId().equals(PhaseId.INVOKE_APPLICATION)) {
      // What was typed is known later than the file.
      upload.setPhaseId(PhaseId.INVOKE_APPLICATION);
      upload.queue();
      return;
    }
    List<String> all = new ArrayList<>(SerialList.of(serials));
    try {
      all.addAll(SerialList.read(upload.getFile().getContent()));
    } catch (Problem problem) {
      throw problem.at("/list");
    }
    serials = String.join("\n", all);
  }

  public void attach(FileUploadEvent upload) {
    try {
      proofs.add(
          documents.keep(
              visitor.actor(), upload.getFile().getFileName(), upload.getFile().getContent()));
    } catch (Problem problem) {
      throw problem.at("/upload");
    }
  }

  public void detach(String uid) {
    proofs.removeIf(proof -> proof.uid().toString().equals(uid));
  }

  public void addLine() {
    lines.add(new Line());
  }

  public void removeLine(Line line) {
    lines.remove(line);
  }

  public List<ClaimableProgram> getPrograms() {
    if (programs == null) {
      programs = claims.programs(visitor.actor());
    }
    return programs;
  }

  /** The chosen program; null when none is chosen, or it takes no claims any more. */
  public ClaimableProgram getChosen() {
    return getPrograms().stream()
        .filter(offered -> offered.code().equals(program))
        .findFirst()
        .orElse(null);
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

  /** The program in which a new claim is to be made, as an address names it. */
  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getNumber() {
    return number;
  }

  public String getProgram() {
    return program;
  }

  public void setProgram(String program) {
    this.program = program;
  }

  public String getSerials() {
    return serials;
  }

  public void setSerials(String serials) {
    this.serials = serials;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public List<Line> getLines() {
    return lines;
  }

  public List<DocumentSummary> getProofs() {
    return proofs;
  }
}
