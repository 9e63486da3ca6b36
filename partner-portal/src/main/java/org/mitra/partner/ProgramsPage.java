package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mitra.programs.PartnerProgram;
import org.mitra.programs.Programs;
import org.mitra.web.Visitor;

/** Programs that concern the partner, running ones first. */
@Named
@RequestScoped
public class ProgramsPage {
  @Inject private Programs programs;
  @Inject private Visitor visitor;

  private List<PartnerProgram> list;

  @PostConstruct
  void open() {
    list = programs.concerning(visitor.actor().requirePartner(), visitor.locale());
  }

  public List<PartnerProgram> getList() {
    return list;
  }
}
