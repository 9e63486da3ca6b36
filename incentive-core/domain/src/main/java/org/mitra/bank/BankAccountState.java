package org.mitra.bank;

/** What became of a proposed account. */
public enum BankAccountState {
  PROPOSED,
  APPROVED,
  REJECTED,
  /** A newer proposal came before this one was decided. */
  REPLACED
}
