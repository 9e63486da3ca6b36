package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mitra.clawbacks.ClawbackSummary;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.ListQuery;
import org.mitra.notices.NoticeSummary;
import org.mitra.notices.Notices;
import org.mitra.payouts.PayableSummary;
import org.mitra.payouts.Payables;
import org.mitra.statements.StatementSummary;
import org.mitra.statements.Statements;
import org.mitra.web.LazyList;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** What was paid to the partner, what is on its way, and what is still to be deducted. */
@Named
@ViewScoped
public class StatementsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NOTICES = 5;
  private static final int CLAWBACKS = 20;

  @Inject private transient Statements statements;
  @Inject private transient Payables payables;
  @Inject private transient Clawbacks clawbacks;
  @Inject private transient Notices notices;
  @Inject private transient Visitor visitor;
  @Inject private transient TextsBean texts;

  private transient LazyList<StatementSummary> list;
  private transient LazyList<PayableSummary> coming;
  private transient List<NoticeSummary> news;
  private transient List<ClawbackSummary> owed;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> statements.list(visitor.actor(), query), StatementSummary::uid);
    coming =
        new LazyList<>(
            query -> payables.list(visitor.actor(), query.filtered("paid", "false")),
            PayableSummary::uid);
    news = notices.newest(visitor.actor(), NOTICES);
    owed =
        clawbacks
            .list(visitor.actor(), ListQuery.firstRows(CLAWBACKS).filtered("open", "true"))
            .rows();
  }

  public String sentence(NoticeSummary notice) {
    return texts.sentence("notice." + notice.code(), notice.facts());
  }

  public LazyList<StatementSummary> getList() {
    return list;
  }

  public LazyList<PayableSummary> getComing() {
    return coming;
  }

  public List<NoticeSummary> getNews() {
    return news;
  }

  public List<ClawbackSummary> getOwed() {
    return owed;
  }
}
