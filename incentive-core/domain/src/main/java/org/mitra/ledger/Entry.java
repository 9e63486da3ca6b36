package org.mitra.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * An entry in the journal. It balances, or it cannot be made.
 *
 * @param key names the effect: an entry is written once for each key, however often it is posted
 * @param effectiveOn the day on which it counts, in the zone of the house
 * @param memo names the sentence that pages show, {@code ledger-memo.<memo>}
 * @param facts what the sentence mentions
 * @param lines at least two, adding up to zero in each currency
 */
public record Entry(
    String key, LocalDate effectiveOn, String memo, Map<String, String> facts, List<Line> lines) {

  /**
   * One line of an entry.
   *
   * @param account name of the account
   * @param party whose; empty for the house
   * @param subject for what; may be empty
   * @param amount debit positive, credit negative; never zero
   */
  public record Line(String account, String party, String subject, Money amount) {
    public Line {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(party, "party");
      Objects.requireNonNull(subject, "subject");
      if (amount.isZero()) {
        throw new IllegalArgumentException("a line of zero on " + account);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when it does not balance
   */
  public Entry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(effectiveOn, "effectiveOn");
    facts = Map.copyOf(facts);
    lines = List.copyOf(lines);
    Map<Currency, Money> sums = new LinkedHashMap<>();
    for (Line line : lines) {
      sums.merge(line.amount().currency(), line.amount(), Money::plus);
    }
    if (lines.size() < 2 || sums.values().stream().anyMatch(sum -> !sum.isZero())) {
      throw new IllegalArgumentException("entry " + key + " does not balance: " + lines);
    }
  }

  /** An amount that moves from one account to another. A negative amount moves back. */
  public static Entry move(
      String key,
      LocalDate effectiveOn,
      String memo,
      Map<String, String> facts,
      Money amount,
      Place debit,
      Place credit) {
    return new Entry(
        key,
        effectiveOn,
        memo,
        facts,
        List.of(
            new Line(debit.account(), debit.party(), debit.subject(), amount),
            new Line(credit.account(), credit.party(), credit.subject(), amount.negated())));
  }

  /**
   * Where an amount stands.
   *
   * @param account name of the account
   * @param party whose; empty for the house
   * @param subject for what; may be empty
   */
  public record Place(String account, String party, String subject) {}

  /** All that the entry says, for comparing it with one of the same key. */
  String content() {
    return effectiveOn + " " + memo + " " + new TreeMap<>(facts) + " " + lines;
  }
}
