package org.mitra.mappings;

import java.util.Set;

/**
 * Rows that are no facts of ours, such as postage among the products: they are set aside with the
 * reason, not lost.
 *
 * @param field whose value decides
 * @param values normalised
 * @param reason for people
 */
public record IgnoreRule(String field, Set<String> values, String reason) {
  public IgnoreRule {
    values = Set.copyOf(values);
  }
}
