package org.mitra.programs.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.Attainment;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Finding;
import org.mitra.engine.Lint;
import org.mitra.engine.Terms;
import org.mitra.engine.Yardstick;
import org.mitra.problem.Problem;
import org.mitra.time.Period;

/**
 * What terms show to whoever looks closely: by themselves, beside other programs, and on the sales
 * of the last year.
 */
@ApplicationScoped
public class Findings {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * What is found about terms that are not published yet.
   *
   * @param program code of the program; what else it promises is not compared with itself
   * @param from the day from which the terms shall hold
   * @param published all published programs
   */
  @Transactional
  public List<Finding> of(
      String program, Terms terms, LocalDate from, List<CompiledProgram> published) {
    List<Finding> findings = new ArrayList<>(Lint.of(terms));
    Neighbours neighbours = Neighbours.of(sql, program, terms, from, published);
    findings.addAll(neighbours.findings());
    Market market = Market.ofLastYear(sql, terms, clock.today(terms.zone()));
    findings.addAll(new MarketFindings(terms, market, neighbours.payingTheSame()).findings());
    baseless(terms, market).ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /** Partners who would be in the program and have nothing that growth could be measured from. */
  private Optional<Finding> baseless(Terms terms, Market market) {
    boolean growth =
        terms.rule() instanceof Attainment attainment
            && attainment.yardstick().kind() == Yardstick.Kind.LAST_YEAR;
    if (!growth || market.isEmpty()) {
      return Optional.empty();
    }
    Period first = terms.periodOf(terms.from());
    Period base = new Period(first.start().minusYears(1), first.end().minusYears(1));
    Set<Long> without = new HashSet<>(market.active());
    int all = without.size();
    without.removeAll(Market.of(sql, terms, base).active());
    return without.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.needsReason(
                "no-baselines", "rule/yardstick", "count", without.size(), "partners", all));
  }

  /**
   * Lets approved terms pass unless a program stands in their way that was published meanwhile.
   * What needs a reason was read with the approval.
   *
   * @throws Problem 422 with what blocks
   */
  @Transactional
  public void unblocked(
      String program, Terms terms, LocalDate from, List<CompiledProgram> published) {
    refuseBlocking(Neighbours.of(sql, program, terms, from, published).findings());
  }

  private static void refuseBlocking(List<Finding> findings) {
    List<Problem> blocking = problems(findings, Finding.Weight.BLOCKS);
    if (!blocking.isEmpty()) {
      throw Problem.refused("program.findings-block").because(blocking);
    }
  }

  /**
   * Lets terms pass that nothing speaks against, or about which somebody has said why they are
   * meant so.
   *
   * @param reason why; may be empty when there is nothing to give a reason for
   * @throws Problem 422 with what was found
   */
  public static void pass(List<Finding> findings, String reason) {
    refuseBlocking(findings);
    List<Problem> doubts = problems(findings, Finding.Weight.NEEDS_REASON);
    if (!doubts.isEmpty() && reason.isBlank()) {
      throw Problem.refused("program.findings-need-reason").because(doubts).at("/reason");
    }
  }

  private static List<Problem> problems(List<Finding> findings, Finding.Weight weight) {
    List<Problem> problems = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.weight() == weight) {
        Problem problem = Problem.refused("finding." + finding.code());
        for (var fact : finding.facts().entrySet()) {
          problem = problem.with(fact.getKey(), fact.getValue());
        }
        problems.add(problem.at("/terms/" + finding.field()));
      }
    }
    return problems;
  }
}
