package org.mitra.tax;

/** What a payee is to the tax office. */
public enum TaxRecipient {
  COMPANY,
  PERSON
}
