package org.mitra.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.time.Period;

/**
 * All that a statement says, in no language: codes and facts, which pages and PDFs put into words.
 *
 * @param number of the payout
 * @param settlement number of the settlement
 * @param lastDay day up to which periods were settled
 * @param payer name of the house; may be empty
 * @param gross sum of the lines; negative when the partner owes
 * @param recovered taken for earlier clawbacks
 * @param carried a negative sum, carried as a new clawback
 * @param net transferred
 * @param owed by the partner after this payout, of this currency
 * @param account where it goes; empty when nothing is transferred
 * @param entry number of the entry in the ledger
 */
public record StatementContent(
    String number,
    Instant issuedAt,
    String settlement,
    LocalDate lastDay,
    String payer,
    Payee payee,
    Currency currency,
    List<Line> lines,
    Money gross,
    Tax tax,
    List<Recovery> recoveries,
    Money recovered,
    Money carried,
    Money net,
    Money owed,
    Optional<Account> account,
    long entry) {

  public StatementContent {
    lines = List.copyOf(lines);
    recoveries = List.copyOf(recoveries);
  }

  /** Who is paid, as he was called then. */
  public record Payee(String code, String name, String taxNumber) {}

  /**
   * An amount that was approved.
   *
   * @param kind {@code ACCRUAL}, {@code ADJUSTMENT} of a period that an earlier settlement closed,
   *     {@code FUND}
   * @param origin number of the settlement that closed the period; empty unless it is adjusted
   * @param memo names the sentence that the books show, with {@code facts}
   * @param entitled earned in the period in all; for a fund the amount itself
   * @param settledBefore of it, in earlier settlements
   * @param amount the difference
   * @param explanation why {@code entitled} is what it is, down to the sales lines
   */
  public record Line(
      String kind,
      String program,
      String programId,
      String programEn,
      Period earned,
      String origin,
      String memo,
      Map<String, String> facts,
      Money entitled,
      Money settledBefore,
      Money amount,
      Optional<Explanation> explanation) {

    /** The program's name in the language, English unless it is Indonesian. */
    public String programIn(String language) {
      return language.equals("id") ? programId : programEn;
    }
  }

  /**
   * What is withheld.
   *
   * @param form such as {@code PPH23}; empty for nothing
   * @param rate such as {@code 15%}
   */
  public record Tax(String form, String rate, Money base, Money amount) {}

  /**
   * What is taken for an earlier clawback.
   *
   * @param origin number of the payout whose sum was negative
   * @param amount of the clawback at first
   * @param taken now
   */
  public record Recovery(String origin, Money amount, Money taken) {}

  /** An account with the last digits of its number. */
  public record Account(String bank, String maskedNumber, String holder) {}
}
