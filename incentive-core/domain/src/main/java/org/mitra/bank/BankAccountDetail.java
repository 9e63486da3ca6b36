package org.mitra.bank;

/**
 * An account as whoever decides on it sees it.
 *
 * @param number whole for finance, masked for everyone else
 * @param replaces the account in use in the same currency; null when there is none
 * @param contact e-mail address of the partner on file
 */
public record BankAccountDetail(
    BankAccountSummary summary, String number, BankAccountSummary replaces, String contact) {}
