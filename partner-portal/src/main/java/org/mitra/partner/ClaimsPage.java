package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.claims.ClaimState;
import org.mitra.claims.ClaimSummary;
import org.mitra.claims.Claims;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** The partner's claims, and those of the dealers below him. */
@Named
@ViewScoped
public class ClaimsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Claims claims;
  @Inject private transient Visitor visitor;

  private transient LazyList<ClaimSummary> list;

  @PostConstruct
  void open() {
    list = new LazyList<>(query -> claims.list(visitor.actor().scope(), query), ClaimSummary::uid);
  }

  public LazyList<ClaimSummary> getList() {
    return list;
  }

  public ClaimState[] getStates() {
    return ClaimState.values();
  }
}
