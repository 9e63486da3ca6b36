package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.money.Money;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;
import org.mitra.programs.Retroaction;
import org.mitra.time.Period;

/**
 * Computes what an amendment would do to what was earned on sales that were reported already. Those
 * were made in reliance on the terms of their day: nobody may lose by it.
 */
@ApplicationScoped
class ReportedSales implements Retroaction {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private BusinessClock clock;

  /** A program in one of its two shapes, among the others. */
  private record Shape(CompiledProgram program, Ties ties, List<Period> begun) {
    Period reads() {
      return begun.stream().map(p -> ties.reads(program, p)).reduce(Ties::hull).orElseThrow();
    }

    Calculation calculation() {
      Set<CompiledProgram> involved = new LinkedHashSet<>();
      begun.forEach(period -> involved.addAll(ties.group(program, period)));
      return Calculation.ofAmounts(List.copyOf(involved));
    }

    /** The period as the shape has it: a program that became longer has a longer last one. */
    Period period(Period other) {
      return begun.stream().filter(p -> p.start().equals(other.start())).findFirst().orElse(other);
    }
  }

  @Override
  public void check(CompiledProgram before, CompiledProgram after, LocalDate from) {
    Shape was = shape(before, from);
    Shape would = shape(after, from);
    if (was.begun().isEmpty() || before.termsOn(from).earns().isEmpty()) {
      return;
    }
    Period reads = Ties.hull(was.reads(), would.begun().isEmpty() ? was.reads() : would.reads());
    Calculation old = was.calculation();
    Calculation changed = would.calculation();
    salesLines.between(
        reads.from(before.zone()),
        reads.until(before.zone()),
        Channel.whole(sql),
        (line, feed) -> {
          old.see(line);
          changed.see(line);
        });
    Set<String> losers = new TreeSet<>();
    for (AccrualKey key : keys(was, old)) {
      AccrualKey then =
          new AccrualKey(key.program(), key.payee(), would.period(key.period()), key.currency());
      Money earned = old.entitlement(key).amount();
      if (changed.entitlement(then).amount().minus(earned).signum() < 0) {
        losers.add(key.payee());
      }
    }
    if (!losers.isEmpty()) {
      throw Problem.refused("program.amendment-worse")
          .with("partners", losers.size())
          .with("partner", losers.iterator().next())
          .at("/effectiveFrom");
    }
  }

  private Shape shape(CompiledProgram program, LocalDate from) {
    List<CompiledProgram> all =
        Stream.concat(
                programs.compiled().stream().filter(other -> !other.id().equals(program.id())),
                Stream.of(program))
            .toList();
    List<Period> begun =
        program.periods(from, program.term().end()).stream()
            .filter(period -> !period.from(program.zone()).isAfter(clock.now()))
            .toList();
    return new Shape(program, new Ties(all), begun);
  }

  private static Set<AccrualKey> keys(Shape shape, Calculation calculation) {
    Set<AccrualKey> keys = new TreeSet<>();
    calculation.measures().keySet().stream()
        .filter(key -> key.program().equals(shape.program().id()))
        .filter(key -> shape.begun().contains(key.period()))
        .forEach(keys::add);
    for (Period period : shape.begun()) {
      for (String payee : shape.program().roster(period)) {
        keys.add(
            new AccrualKey(
                shape.program().id(),
                payee,
                period,
                shape.program().termsOn(period.start()).currency().orElseThrow()));
      }
    }
    return keys;
  }
}
