package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.partners.PartnerSummary;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** All partners. */
@Named
@ViewScoped
public class PartnersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Partners partners;
  @Inject private transient Visitor visitor;

  private transient LazyList<PartnerSummary> list;

  @PostConstruct
  void open() {
    list =
        new LazyList<>(
            query -> partners.list(visitor.actor().scope(), query), PartnerSummary::code);
  }

  public LazyList<PartnerSummary> getList() {
    return list;
  }

  public PartnerType[] getTypes() {
    return PartnerType.values();
  }
}
