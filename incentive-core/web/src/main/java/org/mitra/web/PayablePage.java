package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mitra.data.Uids;
import org.mitra.payouts.PayableDetail;
import org.mitra.payouts.Payables;

/** One approved amount, and why it is what it is. */
@Named
@RequestScoped
public class PayablePage {
  @Inject private Payables payables;
  @Inject private Visitor visitor;
  @Inject private TextsBean texts;

  private String id;
  private PayableDetail payable;

  public void open() {
    payable = payables.get(visitor.actor(), Uids.parse(id));
  }

  public PayableDetail getPayable() {
    return payable;
  }

  public String getProgramName() {
    return payable.summary().programIn(visitor.getLanguage());
  }

  /** The sentence under which the books hold it. */
  public String getMemo() {
    return texts.sentence("ledger-memo." + payable.memo(), payable.facts());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
