package org.mitra.funds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.money.Money;

/**
 * A fund allocation with what became of it. A value: a movement makes another one.
 *
 * @param id row id
 * @param number 1, 2, … within the fund
 * @param expiresOn last day on which it can be committed
 * @param lapsed whether its expiry was carried out
 * @param allocated given, less what was taken back or carried away
 * @param committed promised to activities and not paid
 * @param paid owed to the partner for approved claims, or paid already
 * @param expired lost
 */
record Lot(
    long id,
    UUID uid,
    int number,
    LocalDate expiresOn,
    boolean lapsed,
    Money allocated,
    Money committed,
    Money paid,
    Money expired) {

  /**
   * @throws IllegalArgumentException when more is gone than was there
   */
  Lot {
    boolean holds =
        committed.signum() >= 0
            && paid.signum() >= 0
            && expired.signum() >= 0
            && allocated.minus(committed).minus(paid).minus(expired).signum() >= 0;
    if (!holds) {
      throw new IllegalArgumentException(
          "lot " + number + ": " + allocated + " - " + committed + " - " + paid + " - " + expired);
    }
  }

  static Lot opened(long id, UUID uid, int number, LocalDate expiresOn, Money allocated) {
    Money none = Money.zero(allocated.currency());
    return new Lot(id, uid, number, expiresOn, false, allocated, none, none, none);
  }

  /** Neither promised nor gone. */
  Money available() {
    return allocated.minus(committed).minus(paid).minus(expired);
  }

  /** The lot after a movement of the amount. */
  Lot after(MovementKind kind, Money amount) {
    return new Lot(
        id,
        uid,
        number,
        expiresOn,
        lapsed,
        allocated.plus(times(kind.allocated(), amount)),
        committed.plus(times(kind.committed(), amount)),
        paid.plus(times(kind.paid(), amount)),
        expired.plus(times(kind.expired(), amount)));
  }

  Lot asLapsed() {
    return new Lot(id, uid, number, expiresOn, true, allocated, committed, paid, expired);
  }

  private static Money times(int factor, Money amount) {
    return new Money(amount.amount().multiply(BigDecimal.valueOf(factor)), amount.currency());
  }
}
