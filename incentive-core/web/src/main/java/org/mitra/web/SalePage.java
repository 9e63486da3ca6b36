package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mitra.access.PartnerScope;
import org.mitra.accruals.LineVerdict;
import org.mitra.accruals.LineVerdicts;
import org.mitra.data.Uids;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.Sales;

/** One sales line: its versions, what undoes it, and why programs credit it or not. */
@Named
@RequestScoped
public class SalePage {
  @Inject private Sales sales;
  @Inject private LineVerdicts verdicts;
  @Inject private Visitor visitor;
  @Inject private TextsBean texts;

  private String id;
  private SaleDetail sale;
  private List<LineVerdict> credits;

  public void open() {
    PartnerScope scope = visitor.actor().scope();
    sale = sales.get(scope, Uids.parse(id));
    credits = verdicts.of(scope, sale.line().uid());
  }

  public SaleDetail getSale() {
    return sale;
  }

  public List<LineVerdict> getCredits() {
    return credits;
  }

  /** The sentence that says why a program does not credit it. */
  public String why(LineVerdict verdict) {
    return texts.sentence(
        "refusal." + verdict.reason(), Map.of("had", verdict.had(), "needed", verdict.needed()));
  }

  public String programName(LineVerdict verdict) {
    return visitor.getLanguage().equals("id") ? verdict.programNameId() : verdict.programNameEn();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
