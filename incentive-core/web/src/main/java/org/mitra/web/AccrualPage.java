package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.mitra.accruals.AccrualDetail;
import org.mitra.accruals.Accruals;
import org.mitra.data.Uids;

/** One accrual: its figures, why they are what they are, and what earned nothing. */
@Named
@RequestScoped
public class AccrualPage {
  @Inject private Accruals accruals;
  @Inject private Visitor visitor;
  @Inject private TextsBean texts;

  private String id;
  private AccrualDetail accrual;

  public void open() {
    accrual = accruals.get(visitor.actor().scope(), Uids.parse(id));
  }

  public AccrualDetail getAccrual() {
    return accrual;
  }

  public String getProgramName() {
    return visitor.getLanguage().equals("id")
        ? accrual.summary().programNameId()
        : accrual.summary().programNameEn();
  }

  /** The sentence that says why a line earned nothing. */
  public String why(AccrualDetail.RefusedLine line) {
    return texts.sentence(
        "refusal." + line.reason(), Map.of("had", line.had(), "needed", line.needed()));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
