package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mitra.programs.ProgramState;
import org.mitra.programs.ProgramSummary;
import org.mitra.programs.Programs;
import org.mitra.programs.VersionState;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All programs. */
@Named
@ViewScoped
public class ProgramsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Programs programs;
  @Inject private transient Visitor visitor;

  private transient LazyList<ProgramSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> programs.list(visitor.actor(), query), ProgramSummary::uid);
  }

  public LazyList<ProgramSummary> getList() {
    return list;
  }

  public List<String> getKinds() {
    return List.of("flat", "tiered", "perUnit", "everyX", "fund");
  }

  public ProgramState[] getStates() {
    return ProgramState.values();
  }

  public VersionState[] getVersionStates() {
    return VersionState.values();
  }
}
