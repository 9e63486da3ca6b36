package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mitra.access.Role;
import org.mitra.tax.TaxRecipient;
import org.mitra.tax.TaxTreatment;
import org.mitra.tax.Taxes;
import org.mitra.tax.WithholdingRate;
import org.mitra.web.LazyList;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** What is withheld from payouts, and from whom. */
@Named
@ViewScoped
public class TaxesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Taxes taxes;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private transient LazyList<TaxTreatment> list;
  private transient List<WithholdingRate> rates;

  @PostConstruct
  void open() {
    list =
        new LazyList<>(
            query -> taxes.treatments(visitor.actor(), query), TaxTreatment::partnerCode);
    rates = taxes.rates();
  }

  public LazyList<TaxTreatment> getList() {
    return list;
  }

  public List<WithholdingRate> getRates() {
    return rates;
  }

  public TaxRecipient[] getRecipients() {
    return TaxRecipient.values();
  }

  public boolean isChangeable() {
    return visitor.actor().has(Role.FINANCE);
  }

  /** What a partner would be treated as instead. */
  public TaxRecipient other(TaxTreatment treatment) {
    return treatment.recipient() == TaxRecipient.COMPANY
        ? TaxRecipient.PERSON
        : TaxRecipient.COMPANY;
  }

  public void treat(String partner, TaxRecipient recipient) {
    taxes.treatAs(visitor.actor(), partner, recipient);
    notices.tell("page.saved");
    notices.open("/taxes");
  }
}
