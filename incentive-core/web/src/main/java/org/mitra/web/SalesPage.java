package org.mitra.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.sales.SaleSummary;
import org.mitra.sales.Sales;

/** Sales lines, as far as the visitor may see them. */
@Named
@ViewScoped
public class SalesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Sales sales;
  @Inject private transient Visitor visitor;

  private String importId;
  private LocalDate from;
  private String customer;
  private String representative;
  private LocalDate until;
  private transient LazyList<SaleSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(this::rows, SaleSummary::uid);
  }

  private Slice<SaleSummary> rows(ListQuery query) {
    ListQuery wanted = query;
    if (importId != null && visitor.actor().partner().isEmpty()) {
      wanted = wanted.filtered("import", importId);
    }
    if (customer != null && !customer.isBlank()) {
      wanted = wanted.filtered("customerCode", customer);
    }
    if (representative != null && !representative.isBlank()) {
      wanted = wanted.filtered("representative", representative);
    }
    if (from != null) {
      wanted = wanted.filtered("from", from.toString());
    }
    if (until != null) {
      wanted = wanted.filtered("until", until.toString());
    }
    return sales.list(visitor.actor().scope(), wanted);
  }

  public LazyList<SaleSummary> getList() {
    return list;
  }

  public Kind[] getKinds() {
    return Kind.values();
  }

  public Flow[] getFlows() {
    return Flow.values();
  }

  public String getImportId() {
    return importId;
  }

  public void setImportId(String importId) {
    this.importId = importId == null || importId.isBlank() ? null : importId;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getRepresentative() {
    return representative;
  }

  public void setRepresentative(String representative) {
    this.representative = representative;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
