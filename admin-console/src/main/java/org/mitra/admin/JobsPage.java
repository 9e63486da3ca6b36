package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** Long work: what runs, what ran, what failed. */
@Named
@ViewScoped
public class JobsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Jobs jobs;
  @Inject private transient Visitor visitor;

  private transient LazyList<JobDetail> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> jobs.list(visitor.actor(), query), JobDetail::uid);
  }

  public LazyList<JobDetail> getList() {
    return list;
  }

  public JobState[] getStates() {
    return JobState.values();
  }
}
