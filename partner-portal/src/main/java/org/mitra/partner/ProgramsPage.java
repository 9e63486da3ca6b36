package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.access.PartnerScope;
import org.mitra.accruals.AccrualSummary;
import org.mitra.accruals.Accruals;
import org.mitra.data.ListQuery;
import org.mitra.programs.PartnerProgram;
import org.mitra.programs.Programs;
import org.mitra.web.Visitor;

/** Programs that concern the partner, running ones first. */
@Named
@RequestScoped
public class ProgramsPage {
  @Inject private Programs programs;
  @Inject private Accruals accruals;
  @Inject private Visitor visitor;

  private List<PartnerProgram> list;
  private Map<String, AccrualSummary> standing;

  @PostConstruct
  void open() {
    list = programs.concerning(visitor.actor().requirePartner(), visitor.locale());
  }

  public List<PartnerProgram> getList() {
    return list;
  }

  /** How the partner himself stands in the newest period of the program; null before it counts. */
  public AccrualSummary standing(PartnerProgram program) {
    if (standing == null) {
      PartnerScope partner = visitor.actor().requirePartner();
      standing = new HashMap<>();
      accruals
          .list(partner, ListQuery.firstRows(ListQuery.MOST).filtered("partner", partner.code()))
          .rows()
          .stream()
          .filter(accrual -> accrual.partnerCode().equals(partner.code()))
          .forEach(
              accrual ->
                  standing.merge(
                      accrual.programCode(),
                      accrual,
                      (one, other) ->
                          one.periodStart().isBefore(other.periodStart()) ? other : one));
    }
    return standing.get(program.code());
  }
}
