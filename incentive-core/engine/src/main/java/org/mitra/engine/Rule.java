package org.mitra.engine;

/**
 * What a program pays for. Two families so far: an {@link EarningRule} turns sales into money, a
 * {@link FundRule} sets the terms on which money is spent together.
 */
public sealed interface Rule permits SalesRule, FundRule {

  /** The name of the rule in documents and terms, such as {@code tiered}. */
  String type();

  /**
   * Whether the rule says amounts of money, which mean something in one currency only. Percentages
   * mean the same in any.
   */
  default boolean namesAmounts() {
    return true;
  }
}
