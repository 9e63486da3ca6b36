package org.mitra.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mitra.access.Role;
import org.mitra.accruals.AccrualSummary;
import org.mitra.accruals.Accruals;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.programs.Enrollments;
import org.mitra.programs.PartnerProgram;
import org.mitra.programs.Programs;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** A program as the partner is told of it, and how he stands in it. */
@Named
@ViewScoped
public class ProgramPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int PERIODS = 12;
  private static final int FIGURES = 50;

  @Inject private transient Programs programs;
  @Inject private transient Enrollments enrollments;
  @Inject private transient Accruals accruals;
  @Inject private transient AgreedFigures figures;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private String id;
  private String digest;
  private transient PartnerProgram program;
  private transient List<AccrualSummary> standing;
  private transient List<AgreedFigure> agreed;

  public void open() {
    digest = getProgram().digest();
  }

  public PartnerProgram getProgram() {
    if (program == null) {
      program =
          programs.concerning(visitor.actor().requirePartner(), Uids.parse(id), visitor.locale());
    }
    return program;
  }

  /** What he, and dealers below him, have earned in it, newest first. */
  public List<AccrualSummary> getStanding() {
    if (standing == null) {
      standing =
          accruals
              .list(
                  visitor.actor().requirePartner(),
                  ListQuery.firstRows(PERIODS).filtered("program", getProgram().code()))
              .rows();
    }
    return standing;
  }

  /** Baselines and targets that were agreed with him and those below him. */
  public List<AgreedFigure> getFigures() {
    if (agreed == null) {
      agreed =
          figures
              .list(
                  visitor.actor().requirePartner(),
                  new ListQuery(
                      0, FIGURES, "periodStart", true, Map.of("program", getProgram().code())))
              .rows();
    }
    return agreed;
  }

  /** Whether the terms let him enroll himself, and he speaks for the partner. */
  public boolean isEnrollable() {
    return getProgram().canEnroll() && visitor.actor().has(Role.PARTNER_OWNER);
  }

  /** Whether it pays only what is claimed. */
  public boolean isClaimed() {
    return getProgram().terms().get("claim") instanceof JsonObject;
  }

  public void enroll() {
    enrollments.enrollMyself(visitor.actor(), Uids.parse(id), digest);
    notices.tell("program.enrolled.notice");
    notices.open("/program?id=" + id);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getDigest() {
    return digest;
  }

  public void setDigest(String digest) {
    this.digest = digest;
  }
}
