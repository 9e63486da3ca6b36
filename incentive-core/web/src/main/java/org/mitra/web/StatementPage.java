package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.mitra.data.Uids;
import org.mitra.statements.StatementContent;
import org.mitra.statements.StatementDetail;
import org.mitra.statements.Statements;

/** One statement: what was paid, why, and what the bank and the books say about it. */
@Named
@RequestScoped
public class StatementPage {
  @Inject private Statements statements;
  @Inject private Visitor visitor;
  @Inject private TextsBean texts;

  private String id;
  private StatementDetail statement;

  public void open() {
    statement = statements.get(visitor.actor(), Uids.parse(id));
  }

  public StatementDetail getStatement() {
    return statement;
  }

  /** The sentence under which the books hold a line. */
  public String memo(StatementContent.Line line) {
    return texts.sentence("ledger-memo." + line.memo(), line.facts());
  }

  public String getTaxLabel() {
    StatementContent.Tax tax = statement.content().tax();
    return texts.sentence("statement.tax", Map.of("form", tax.form(), "rate", tax.rate()));
  }

  public String recovered(StatementContent.Recovery recovery) {
    return texts.sentence("statement.recovered", Map.of("origin", recovery.origin()));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
