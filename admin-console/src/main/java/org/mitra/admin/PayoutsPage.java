package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.payouts.PayoutSummary;
import org.mitra.payouts.Payouts;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All payouts. */
@Named
@ViewScoped
public class PayoutsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Payouts payouts;
  @Inject private transient Visitor visitor;

  private transient LazyList<PayoutSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> payouts.list(visitor.actor(), query), PayoutSummary::uid);
  }

  public LazyList<PayoutSummary> getList() {
    return list;
  }
}
