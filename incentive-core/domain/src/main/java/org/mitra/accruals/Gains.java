package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.data.BusinessClock;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Admitted;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** Computes what units would bring, before they are admitted: nothing is written. */
@ApplicationScoped
class Gains {
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private Explaining explaining;
  @Inject private AdmittedUnits admittedUnits;
  @Inject private BusinessClock clock;

  List<Gain> of(
      CompiledProgram program, long partnerId, String partner, List<Admission> admissions) {
    if (admissions.isEmpty()) {
      return List.of();
    }
    Ties ties = new Ties(programs.compiled());
    Window window =
        Window.of(
            ties,
            Admissions.days(admissions),
            clock.zone(),
            other -> other.id().equals(program.id()));
    List<StoredLine> lines = salesLines.stored(partnerId, window.from(), window.until());
    Map<Long, Map<String, Admitted>> admitted = admittedUnits.of(partnerId);
    Map<Long, Map<String, Admitted>> more = with(admitted, program.id(), admissions);
    List<Gain> gains = new ArrayList<>();
    for (Period period : window.periods().getOrDefault(program.id(), Set.of())) {
      Calculation before = calculation(ties, program, period, lines, admitted, partner);
      Calculation after = calculation(ties, program, period, lines, more, partner);
      for (AccrualKey key : after.measures().keySet()) {
        if (key.program().equals(program.id())
            && key.payee().equals(partner)
            && key.period().equals(period)) {
          gains.add(
              new Gain(key, before.entitlement(key).amount(), after.entitlement(key).amount()));
        }
      }
    }
    return gains;
  }

  private Calculation calculation(
      Ties ties,
      CompiledProgram program,
      Period period,
      List<StoredLine> lines,
      Map<Long, Map<String, Admitted>> admitted,
      String partner) {
    Calculation calculation = Calculation.ofAmounts(ties.group(program, period));
    salesLines.judged(lines, admitted).forEach(calculation::see);
    if (ties.isJoint(program.id())) {
      calculation.beside(explaining.sums(ties, program, period), partner);
    }
    return calculation;
  }

  private static Map<Long, Map<String, Admitted>> with(
      Map<Long, Map<String, Admitted>> admitted, String program, List<Admission> admissions) {
    Map<Long, Map<String, Admitted>> more = new HashMap<>(admitted);
    for (Admission admission : admissions) {
      Map<String, Admitted> units = new HashMap<>(more.getOrDefault(admission.line(), Map.of()));
      units.merge(program, Admitted.of(admission.units(), admission.submittedAt()), Admitted::plus);
      more.put(admission.line(), units);
    }
    return more;
  }
}
