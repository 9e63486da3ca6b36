package org.mitra.feeds;

import java.util.List;
import java.util.Map;
import org.mitra.mappings.CellProblem;
import org.mitra.problem.Problem;

/**
 * Why a row is in quarantine.
 *
 * @param column name of the column; empty when it is about the row as a whole
 * @param value what stands there
 * @param code of the problem; its texts are {@code problem.<code>}
 * @param facts for its sentence
 */
public record RowProblem(String column, String value, String code, Map<String, String> facts) {

  static List<RowProblem> of(List<CellProblem> problems) {
    return problems.stream()
        .map(
            cell ->
                new RowProblem(
                    cell.column(), cell.value(), cell.problem().code(), cell.problem().facts()))
        .toList();
  }

  /** As a problem, for its sentence and next step. */
  public Problem problem() {
    Problem problem = Problem.refused(code);
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      problem = problem.with(fact.getKey(), fact.getValue());
    }
    return problem;
  }
}
