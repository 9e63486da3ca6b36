package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mitra.access.Role;
import org.mitra.funds.FundDifference;
import org.mitra.funds.FundSummary;
import org.mitra.funds.Funds;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All funds with their balances, and whether these agree with the books. */
@Named
@ViewScoped
public class FundsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Funds funds;
  @Inject private transient Visitor visitor;

  private boolean compared;
  private transient LazyList<FundSummary> list;
  private transient List<FundDifference> differences;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> funds.list(visitor.actor().scope(), query), FundSummary::uid);
  }

  public LazyList<FundSummary> getList() {
    return list;
  }

  /** Adds up every movement and every journal entry again. */
  public void compare() {
    differences = funds.differences(visitor.actor());
    compared = true;
  }

  public boolean isMayCompare() {
    return visitor.actor().hasAny(Role.FINANCE, Role.AUDITOR);
  }

  public boolean isCompared() {
    return compared && differences != null;
  }

  public List<FundDifference> getDifferences() {
    return differences;
  }
}
