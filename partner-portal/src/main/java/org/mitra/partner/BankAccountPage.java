package org.mitra.partner;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.bank.ProposeBankAccount;
import org.mitra.web.Notices;
import org.mitra.web.Visitor;

/** Where the partner is paid: its owner proposes an account, with his password once more. */
@Named
@ViewScoped
public class BankAccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BankAccounts accounts;
  @Inject private transient Visitor visitor;
  @Inject private transient Notices notices;

  /** Of this form: sent twice, it is one proposal. */
  private final String key = UUID.randomUUID().toString();

  private transient List<BankAccountSummary> list;
  private String currency = "IDR";
  private String bic;
  private String bankName;
  private String number;
  private String holder;
  // Never kept with the view.
  private transient String password;

  @PostConstruct
  void open() {
    list = accounts.mine(visitor.actor());
  }

  public void propose() {
    accounts.propose(
        visitor.actor(),
        new ProposeBankAccount(currency, bic, bankName, number, holder),
        password,
        key);
    notices.tell("bank-account.proposed");
    notices.open("/bank-account");
  }

  public List<BankAccountSummary> getList() {
    if (list == null) {
      open();
    }
    return list;
  }

  public int getHoldDays() {
    return accounts.holdDays();
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getBic() {
    return bic;
  }

  public void setBic(String bic) {
    this.bic = bic;
  }

  public String getBankName() {
    return bankName;
  }

  public void setBankName(String bankName) {
    this.bankName = bankName;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getHolder() {
    return holder;
  }

  public void setHolder(String holder) {
    this.holder = holder;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
