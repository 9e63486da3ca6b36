package org.mitra.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mitra.accruals.Admission;
import org.mitra.engine.Payee;
import org.mitra.engine.SalesLine;

/**
 * What the check says about one item.
 *
 * @param units how many; zero while that is unknown
 * @param finding why it is held or failed
 * @param sale what it is about; empty when none was found
 * @param expected what it would bring
 */
record Verdict(
    int position,
    ClaimedUnit unit,
    BigDecimal units,
    ItemState state,
    Finding finding,
    Optional<Sale> sale,
    BigDecimal expected) {

  /**
   * The sale of a unit.
   *
   * @param line the newest version of the line
   * @param role which party to it the program pays
   * @param unitKey what makes the unit unique in the program
   * @param folded the key without what eyes confuse
   * @param soldOn in the zone of the program
   * @param day in the zone of the house
   * @param proof whether the terms ask for a document
   * @param claimed when it was claimed
   */
  record Sale(
      SalesLine line,
      Payee role,
      String unitKey,
      String folded,
      LocalDate soldOn,
      LocalDate day,
      boolean proof,
      Claimed claimed) {}

  static Verdict unknown(ClaimItems.Asked asked, Finding finding) {
    BigDecimal units = asked.unit().units() == null ? BigDecimal.ZERO : asked.unit().units();
    return new Verdict(
        asked.position(),
        asked.unit(),
        units,
        ItemState.FAILED,
        finding,
        Optional.empty(),
        BigDecimal.ZERO);
  }

  Verdict failed(Finding why) {
    return new Verdict(position, unit, units, ItemState.FAILED, why, sale, BigDecimal.ZERO);
  }

  Verdict held(Finding why) {
    return new Verdict(position, unit, units, ItemState.HELD, why, sale, expected);
  }

  Verdict worth(BigDecimal amount) {
    return new Verdict(position, unit, units, state, finding, sale, amount);
  }

  /** The currency of the claim: that of its first unit that did not fail. */
  static String currency(List<Verdict> verdicts, String otherwise) {
    return verdicts.stream()
        .filter(verdict -> !verdict.isFailed())
        .findFirst()
        .map(verdict -> verdict.sale().orElseThrow().line().currency().code())
        .orElse(otherwise);
  }

  boolean isFailed() {
    return state == ItemState.FAILED;
  }

  /** As it will count. */
  Admission admission() {
    Sale of = sale.orElseThrow();
    return new Admission(of.unitKey(), units, of.line().id(), of.day(), of.claimed().at());
  }

  /** Whether the item is stored like this already. */
  boolean shows(ClaimItems.Item item) {
    return state == item.state()
        && finding.code().equals(item.finding())
        && unitKey().equals(item.unitKey())
        && units.compareTo(item.units()) == 0
        && expected.compareTo(item.expected()) == 0
        && monthsLate() == item.monthsLate()
        && taken().equals(item.taken())
        && (lineId() == null ? item.line().isEmpty() : item.line().orElse(0) == lineId());
  }

  String role() {
    return sale.map(of -> of.role().name()).orElse("");
  }

  String unitKey() {
    return sale.map(Sale::unitKey).orElse("");
  }

  String folded() {
    return sale.map(Sale::folded).orElse("");
  }

  Long lineId() {
    return sale.map(of -> of.line().id()).orElse(null);
  }

  String product() {
    return sale.map(of -> of.line().item().code()).orElse("");
  }

  int monthsLate() {
    return sale.map(of -> of.claimed().monthsLate()).orElse(0);
  }

  String taken() {
    return sale.map(of -> of.claimed().takenText()).orElse("");
  }

  LocalDate soldOn() {
    return sale.map(Sale::soldOn).orElse(null);
  }
}
