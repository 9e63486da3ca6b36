package org.mitra.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.access.Role;
import org.mitra.bank.BankAccountDetail;
import org.mitra.bank.BankAccountState;
import org.mitra.bank.BankAccounts;
import org.mitra.data.Uids;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** One proposed account beside the one that it would replace, for whoever decides. */
@Named
@ViewScoped
public class BankAccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BankAccounts accounts;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  private transient BankAccountDetail account;
  private String id;
  private String reason;

  public void open() {
    getAccount();
  }

  public BankAccountDetail getAccount() {
    if (account == null) {
      account = accounts.get(visitor.actor(), Uids.parse(id));
    }
    return account;
  }

  public void approve() {
    accounts.approve(visitor.actor(), Uids.parse(id));
    decided();
  }

  public void reject() {
    accounts.reject(visitor.actor(), Uids.parse(id), reason);
    decided();
  }

  private void decided() {
    notices.tell("page.saved");
    notices.open("/bank-accounts");
  }

  public boolean isMayDecide() {
    return visitor.actor().has(Role.FINANCE)
        && getAccount().summary().state() == BankAccountState.PROPOSED;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
