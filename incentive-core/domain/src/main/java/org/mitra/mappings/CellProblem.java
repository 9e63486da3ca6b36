package org.mitra.mappings;

import org.mitra.problem.Problem;

/**
 * Why a cell, or a row, cannot be believed.
 *
 * @param column name of the column; empty when it is about the row, or about what the mapping says
 * @param value what stands there, shortened
 * @param problem what is wrong with it
 */
public record CellProblem(String column, String value, Problem problem) {
  private static final int LONGEST = 200;

  public CellProblem {
    value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
