package org.mitra.feeds;

import java.util.Set;
import java.util.TreeSet;

/** Codes of partners and products that an import would create. */
final class Newcomers {
  private final Set<String> partners = new TreeSet<>();
  private final Set<String> products = new TreeSet<>();

  Set<String> partners() {
    return partners;
  }

  Set<String> products() {
    return products;
  }
}
