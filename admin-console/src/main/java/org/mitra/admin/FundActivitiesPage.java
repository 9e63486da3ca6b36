package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.data.ListQuery;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.FundActivities;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** Activities: those that wait for a decision, or all of them. */
@Named
@ViewScoped
public class FundActivitiesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FundActivities activities;
  @Inject private transient Visitor visitor;

  private String show;
  private transient LazyList<FundActivitySummary> list;

  public LazyList<FundActivitySummary> getList() {
    if (list == null) {
      boolean waiting = !isAll();
      list =
          new LazyList<>(
              query -> activities.list(visitor.actor().scope(), narrowed(query, waiting)),
              FundActivitySummary::uid);
    }
    return list;
  }

  private static ListQuery narrowed(ListQuery query, boolean waiting) {
    return waiting ? query.filtered("waiting", "true") : query;
  }

  public boolean isAll() {
    return "all".equals(show);
  }

  public ActivityState[] getStates() {
    return ActivityState.values();
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }
}
