package org.mitra.engine;

import java.util.List;
import org.mitra.money.Exact;

/**
 * A line's part in the measures of one payee, program and period.
 *
 * @param line the sales line
 * @param qualifying its part of the measure that reaches tiers
 * @param paying its part of the measure that is paid on
 * @param late what of it was claimed late, and earns less
 */
public record Credit(SalesLine line, Exact qualifying, Exact paying, List<Late> late) {
  public Credit {
    late = List.copyOf(late);
  }

  public Credit(SalesLine line, Exact qualifying, Exact paying) {
    this(line, qualifying, paying, List.of());
  }
}
