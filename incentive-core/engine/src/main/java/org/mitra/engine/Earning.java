package org.mitra.engine;

import org.mitra.money.Exact;

/** What a rule gives, exactly, with its reason. */
public record Earning(Derivation why) {

  public Exact amount() {
    return why.exact();
  }
}
