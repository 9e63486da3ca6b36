package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.accruals.AccrualSummary;
import org.mitra.accruals.Accruals;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** What everyone has earned. */
@Named
@ViewScoped
public class AccrualsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Accruals accruals;
  @Inject private transient Visitor visitor;

  private transient LazyList<AccrualSummary> list;

  @PostConstruct
  void open() {
    list =
        new LazyList<>(query -> accruals.list(visitor.actor().scope(), query), AccrualSummary::uid);
  }

  public LazyList<AccrualSummary> getList() {
    return list;
  }
}
