package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.BusinessClock;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;

/** Computes what units would bring, before they are admitted: nothing is written. */
@ApplicationScoped
class Gains {
  @Inject private SalesLines salesLines;
  @Inject private AdmittedUnits admittedUnits;
  @Inject private BusinessClock clock;

  List<Gain> of(
      CompiledProgram program, long partnerId, String partner, List<Admission> admissions) {
    if (admissions.isEmpty()) {
      return List.of();
    }
    Window window = Window.of(List.of(program), Admissions.days(admissions), clock.zone());
    Instant from = window.from();
    List<StoredLine> lines = salesLines.stored(partnerId, from, window.until());
    Map<Long, Map<String, BigDecimal>> admitted = admittedUnits.of(partnerId);
    Calculation before = calculation(program, lines, admitted);
    Calculation after = calculation(program, lines, with(admitted, program.id(), admissions));
    List<Gain> gains = new ArrayList<>();
    for (AccrualKey key : after.measures().keySet()) {
      if (key.payee().equals(partner) && window.holds(key)) {
        gains.add(new Gain(key, before.entitlement(key).amount(), after.entitlement(key).amount()));
      }
    }
    return gains;
  }

  private Calculation calculation(
      CompiledProgram program,
      List<StoredLine> lines,
      Map<Long, Map<String, BigDecimal>> admitted) {
    Calculation calculation = Calculation.ofAmounts(List.of(program));
    salesLines.judged(lines, admitted).forEach(calculation::see);
    return calculation;
  }

  private static Map<Long, Map<String, BigDecimal>> with(
      Map<Long, Map<String, BigDecimal>> admitted, String program, List<Admission> admissions) {
    Map<Long, Map<String, BigDecimal>> more = new HashMap<>(admitted);
    for (Admission admission : admissions) {
      Map<String, BigDecimal> units = new HashMap<>(more.getOrDefault(admission.line(), Map.of()));
      units.merge(program, admission.units(), BigDecimal::add);
      more.put(admission.line(), units);
    }
    return more;
  }
}
