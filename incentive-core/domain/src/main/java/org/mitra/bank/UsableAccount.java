package org.mitra.bank;

/**
 * An account that may be paid to, whole: for the bank's file only.
 *
 * @param id row id
 */
public record UsableAccount(long id, String bic, String number, String holder) {

  @Override
  public String toString() {
    return "UsableAccount[" + id + "]";
  }
}
