package org.mitra.engine;

import java.util.Optional;
import org.mitra.money.Rate;

/**
 * How a program gets along with others that pay the same partner for the same sales. Programs
 * without it are paid beside each other, whatever else is paid.
 *
 * @param group names the programs that get along this way; all of them say the same method
 * @param method what happens when several of them pay
 * @param per whether sales are compared one by one, or what the whole period paid
 * @param precedence the lowest goes first; no two programs of a group have the same
 * @param ceiling for {@link Method#TOTAL_CEILING}: most that all pay together, in percent of the
 *     sale's net amount
 */
public record Stacking(
    String group, Method method, Unit per, int precedence, Optional<Rate> ceiling) {

  /** What happens when several programs pay. */
  public enum Method {
    /** The one that pays most. */
    BEST_OF,
    /** The first that pays anything. */
    PRIORITY,
    /** All, each on what the earlier ones left of the amount. */
    NET_DOWN,
    /** All, until the ceiling is reached. */
    TOTAL_CEILING
  }

  /** What is compared. */
  public enum Unit {
    SALE,
    PERIOD
  }

  public Stacking {
    Check check = new Check().present("group", group).present("method", method);
    check.present("per", per);
    check.that(group == null || !group.isBlank(), "group", "missing");
    check.that(group == null || group.length() <= 64, "group", "text-too-long", "most", 64);
    check.within("precedence", precedence, 1, 10_000, "precedence-out-of-range");
    boolean ceilinged = method == Method.TOTAL_CEILING;
    check.that(ceilinged == ceiling.isPresent(), "ceiling", "ceiling-with-its-method");
    ceiling.ifPresent(rate -> check.rate("ceiling", rate));
    boolean bySale = per == Unit.SALE || method == Method.BEST_OF || method == Method.PRIORITY;
    check.that(per == null || bySale, "per", "compares-sale-by-sale");
    check.done();
  }
}
