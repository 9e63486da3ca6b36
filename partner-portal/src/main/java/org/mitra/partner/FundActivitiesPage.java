package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** What the partner, and the dealers below him, do with fund money. */
@Named
@ViewScoped
public class FundActivitiesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient Visitor visitor;

  private transient LazyList<FundActivitySummary> list;

  @PostConstruct
  void open() {
    list =
        new LazyList<>(
            query -> activities.list(visitor.actor().scope(), query), FundActivitySummary::uid);
  }

  public LazyList<FundActivitySummary> getList() {
    return list;
  }

  public ActivityState[] getStates() {
    return ActivityState.values();
  }
}
