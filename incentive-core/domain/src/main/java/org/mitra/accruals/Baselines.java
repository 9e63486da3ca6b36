package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.Saved;
import org.mitra.data.Sql;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.figures.AgreedFigures;
import org.mitra.figures.FigureKind;
import org.mitra.figures.ProposeFigure;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * Freezes what growth is measured from. Sales of the past, as far as they are known now, are
 * proposed as baselines; once a second person agrees, later news of the past changes them no more.
 */
@ApplicationScoped
public class Baselines {
  /** Decimals of an agreed figure. */
  private static final int SCALE = 4;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private AgreedFigures figures;
  @Inject private BusinessClock clock;

  /**
   * Proposes a baseline for every partner who sold something in the days that the period's growth
   * is measured against, but for those with whom one was agreed already.
   *
   * @param program code of a published program that measures growth against sales of the past
   * @param periodStart first day of one of its periods
   * @return how many were proposed; those that wait already, with the same figure, do not count
   * @throws Problem 422 for a program that measures no such growth, a day on which no period
   *     begins, and days of the past that are not over
   */
  @Transactional(rollbackOn = Exception.class)
  public int propose(Actor actor, String program, LocalDate periodStart) {
    actor.require(Role.CHANNEL_MANAGER);
    CompiledProgram compiled = compiled(program);
    Fields.present(periodStart, "periodStart");
    Period period =
        compiled.periods(periodStart, periodStart.plusDays(1)).stream()
            .filter(it -> it.start().equals(periodStart))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.refused("figure.period")
                        .with("day", periodStart)
                        .with("program", compiled.id())
                        .at("/periodStart"));
    Period past =
        compiled
            .measuredAgainst(period)
            .orElseThrow(
                () ->
                    Problem.refused("figure.no-past")
                        .with("program", compiled.id())
                        .at("/program"));
    if (clock.today(compiled.zone()).isBefore(past.end())) {
      throw Problem.refused("figure.past-not-over").with("day", past.lastDay()).at("/periodStart");
    }
    return (int)
        figures.proposeAll(actor, commands(compiled, period, past)).stream()
            .filter(saved -> saved != Saved.UNCHANGED)
            .count();
  }

  private CompiledProgram compiled(String program) {
    String code = BusinessKey.require(program, "program");
    return programs
        .compiled(code)
        .orElseThrow(() -> Problem.refused("figure.program").with("program", code).at("/program"));
  }

  private List<ProposeFigure> commands(CompiledProgram program, Period period, Period past) {
    Calculation calculation = Calculation.ofAmounts(List.of(program));
    salesLines.between(
        past.from(program.zone()),
        past.until(program.zone()),
        Channel.whole(sql),
        (line, feed) -> calculation.see(line));
    Set<String> agreed =
        figures.counting(program.id()).keySet().stream()
            .filter(it -> it.kind() == FigureKind.BASELINE)
            .filter(it -> it.periodStart().equals(period.start()))
            .map(AgreedFigures.Place::partner)
            .collect(Collectors.toSet());
    List<ProposeFigure> commands = new ArrayList<>();
    calculation
        .measures()
        .forEach(
            (key, measured) -> {
              BigDecimal sold = measured.past().rounded(SCALE, RoundingMode.HALF_UP);
              if (key.period().equals(period)
                  && sold.signum() > 0
                  && !agreed.contains(key.payee())) {
                commands.add(
                    new ProposeFigure(
                        program.id(),
                        key.payee(),
                        period.start(),
                        FigureKind.BASELINE,
                        sold,
                        past.start() + " – " + past.lastDay()));
              }
            });
    return commands;
  }
}
