package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** The partner's funds, and those of the dealers below him. */
@Named
@ViewScoped
public class FundsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Funds funds;
  @Inject private transient Visitor visitor;

  private transient LazyList<FundSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> funds.list(visitor.actor().scope(), query), FundSummary::uid);
  }

  public LazyList<FundSummary> getList() {
    return list;
  }
}
