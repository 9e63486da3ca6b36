package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mitra.bank.BankAccountState;
import org.mitra.bank.BankAccountSummary;
import org.mitra.bank.BankAccounts;
import org.mitra.web.LazyList;
import org.mitra.web.Visitor;

/** Partners' bank accounts: those that wait for approval, and all others. */
@Named
@ViewScoped
public class BankAccountsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BankAccounts accounts;
  @Inject private transient Visitor visitor;

  private transient LazyList<BankAccountSummary> waiting;
  private transient LazyList<BankAccountSummary> list;

  @PostConstruct
  void open() {
    waiting =
        new LazyList<>(
            query ->
                accounts.list(
                    visitor.actor(), query.filtered("state", BankAccountState.PROPOSED.name())),
            BankAccountSummary::uid);
    list = new LazyList<>(query -> accounts.list(visitor.actor(), query), BankAccountSummary::uid);
  }

  public LazyList<BankAccountSummary> getWaiting() {
    return waiting;
  }

  public LazyList<BankAccountSummary> getList() {
    return list;
  }
}
