package org.mitra.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mitra.ledger.Balance;
import org.mitra.ledger.Ledger;
import org.mitra.ledger.PostedEntry;
import org.mitra.web.LazyList;
import org.mitra.web.TextsBean;
import org.mitra.web.Visitor;

/** The books: what stands on each account, and every entry. */
@Named
@ViewScoped
public class LedgerPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Ledger ledger;
  @Inject private transient Visitor visitor;
  @Inject private transient TextsBean texts;

  private transient LazyList<PostedEntry> entries;
  private transient List<Balance> balances;

  @PostConstruct
  void open() {
    entries = new LazyList<>(query -> ledger.entries(visitor.actor(), query), PostedEntry::uid);
    balances = ledger.trialBalance(visitor.actor());
  }

  public LazyList<PostedEntry> getEntries() {
    return entries;
  }

  public List<Balance> getBalances() {
    return balances;
  }

  /** The sentence of an entry. */
  public String memo(PostedEntry entry) {
    return texts.sentence("ledger-memo." + entry.memo(), entry.facts());
  }
}
