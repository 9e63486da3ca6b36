package org.mitra.accruals;

import java.time.LocalDate;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.engine.AccrualKey;
import org.mitra.money.Money;

/** Takes up what is earned to be spent together: the funds. */
public interface Purse {
  /**
   * What was taken up.
   *
   * @param amount of it; negative for what was taken back
   * @param entry row id of the entry in the books
   */
  record Moved(Money amount, long entry) {}

  /**
   * A period that has earned more, or less, than was taken up.
   *
   * @param taken up so far
   * @param entitled on the facts known
   * @param effect names what happens, once
   * @param day on which it counts
   */
  record Change(AccrualKey key, Money taken, Money entitled, String effect, LocalDate day) {}

  /**
   * Takes up the difference, as far as there is room for it: never more than the budget has left,
   * and never back what is promised or spent. What is left over is asked again later.
   */
  Optional<Moved> move(Actor actor, long partnerId, Change change);
}
