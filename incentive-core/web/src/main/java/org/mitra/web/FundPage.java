package org.mitra.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.data.Uids;
import org.mitra.funds.FundAllocation;
import org.mitra.funds.FundDetail;
import org.mitra.funds.FundMovement;
import org.mitra.funds.Funds;
import org.mitra.funds.MovementKind;

/** A fund: its figures and why, its allocations, all that happened to its money. */
@Named
@ViewScoped
public class FundPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Funds funds;
  @Inject private transient Visitor visitor;

  private String id;
  private transient FundDetail fund;
  private transient LazyList<FundMovement> movements;

  /** Reads the parameters of the address. */
  public void open() {
    getFund();
  }

  public FundDetail getFund() {
    if (fund == null) {
      fund = funds.get(visitor.actor().scope(), Uids.parse(id));
    }
    return fund;
  }

  public LazyList<FundMovement> getMovements() {
    if (movements == null) {
      UUID uid = Uids.parse(id);
      movements =
          new LazyList<>(
              query -> funds.movements(visitor.actor().scope(), uid, query),
              movement -> movement.entry() + "-" + movement.lot());
    }
    return movements;
  }

  public String getProgramName() {
    return visitor.getLanguage().equals("id")
        ? getFund().summary().programNameId()
        : getFund().summary().programNameEn();
  }

  /** The figures whose reasons are told, in the order of the balance. */
  public List<String> getFigures() {
    return List.copyOf(getFund().why().keySet());
  }

  /** Whether the partner may ask for something: the fund is his own, not a dealer's below him. */
  public boolean isOwn() {
    return visitor.getPartnerCode().equals(getFund().summary().partnerCode());
  }

  /** Whether a part of the allocation can be taken back. */
  public boolean isLowerable(FundAllocation allocation) {
    return allocation.available().signum() > 0;
  }

  public MovementKind[] getKinds() {
    return MovementKind.values();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
