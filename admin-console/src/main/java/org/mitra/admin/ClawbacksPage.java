package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.clawbacks.ClawbackSummary;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** What partners owe. */
@Named
@ViewScoped
public class ClawbacksPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Clawbacks clawbacks;
  @Inject private transient Visitor visitor;

  private transient LazyList<ClawbackSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> clawbacks.list(visitor.actor(), query), ClawbackSummary::uid);
  }

  public LazyList<ClawbackSummary> getList() {
    return list;
  }
}
