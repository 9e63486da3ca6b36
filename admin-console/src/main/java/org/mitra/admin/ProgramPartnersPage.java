package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.data.Uids;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.programs.EnrollmentSummary;
import org.mitra.programs.Enrollments;
import org.mitra.programs.PartnerFilter;
import org.mitra.programs.ProgramDetail;
import org.mitra.programs.ProgramState;
import org.mitra.programs.Programs;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Who takes part in a program: one by one, or all who match. */
@Named
@ViewScoped
public class ProgramPartnersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Programs programs;
  @Inject private transient Enrollments enrollments;
  @Inject private transient Partners partners;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private String id;
  private String partner;
  private LocalDate from;
  private LocalDate until;
  private PartnerType type;
  private String level;
  private String region;
  private LocalDate allFrom;
  private Long matching;
  private transient ProgramDetail program;
  private transient LazyList<EnrollmentSummary> list;

  public void open() {
    program = programs.get(visitor.actor(), Uids.parse(id));
  }

  public ProgramDetail getProgram() {
    if (program == null) {
      open();
    }
    return program;
  }

  public LazyList<EnrollmentSummary> getList() {
    if (list == null) {
      list =
          new LazyList<>(
              query -> enrollments.list(visitor.actor(), Uids.parse(id), query),
              one -> one.partnerCode() + one.from());
    }
    return list;
  }

  public boolean isChangeable() {
    ProgramState state = getProgram().state();
    return visitor.actor().has(Role.CHANNEL_MANAGER)
        && (state == ProgramState.PUBLISHED || state == ProgramState.DRAFT);
  }

  public void enroll() {
    enrollments.enroll(visitor.actor(), Uids.parse(id), partner, from);
    again("program.partner.enrolled");
  }

  /** How many would be enrolled, before it is done. */
  public void count() {
    matching = enrollments.count(visitor.actor(), Uids.parse(id), filter(), allFrom);
  }

  public void enrollAll() {
    enrollments.enrollAll(visitor.actor(), Uids.parse(id), filter(), allFrom);
    again("program.partners.enrolled");
  }

  private PartnerFilter filter() {
    return new PartnerFilter(type, level, region);
  }

  public void end(String code) {
    enrollments.leave(visitor.actor(), Uids.parse(id), code, until);
    again("program.partner.ended");
  }

  private void again(String notice) {
    notices.tell(notice);
    notices.open("/program-partners?id=" + id);
  }

  /** Codes of partners that contain what was typed. */
  public List<String> partnersLike(String part) {
    return partners
        .list(visitor.actor().scope(), new ListQuery(0, 15, "code", false, Map.of("code", part)))
        .rows()
        .stream()
        .map(PartnerSummary::code)
        .toList();
  }

  public PartnerType[] getTypes() {
    return PartnerType.values();
  }

  public Long getMatching() {
    return matching;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public PartnerType getType() {
    return type;
  }

  public void setType(PartnerType type) {
    this.type = type;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public LocalDate getAllFrom() {
    return allFrom;
  }

  public void setAllFrom(LocalDate allFrom) {
    this.allFrom = allFrom;
  }
}
