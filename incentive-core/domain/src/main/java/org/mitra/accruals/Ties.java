package org.mitra.accruals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Limits;
import org.mitra.engine.Stacking;
import org.mitra.time.Period;

/**
 * How programs depend on each other and on the past: programs of a stacking group look at each
 * other's amounts, growth looks at last year's sales, and a shared budget at all that was earned.
 */
final class Ties {
  private final List<CompiledProgram> programs;
  private final Map<String, CompiledProgram> byId = new HashMap<>();
  private final List<CompiledProgram> stacking;
  private final Set<String> joint = new HashSet<>();

  Ties(List<CompiledProgram> programs) {
    this.programs = programs;
    programs.forEach(program -> byId.put(program.id(), program));
    this.stacking = programs.stream().filter(Ties::stacks).toList();
    programs.stream().filter(Ties::isShared).map(CompiledProgram::id).forEach(joint::add);
    for (CompiledProgram program : stacking) {
      boolean tied =
          allPeriods(program).stream()
              .flatMap(period -> group(program, period).stream())
              .anyMatch(Ties::isShared);
      if (tied) {
        joint.add(program.id());
      }
    }
  }

  private static boolean isShared(CompiledProgram program) {
    return program.reach() == CompiledProgram.Reach.CHANNEL;
  }

  private static List<Period> allPeriods(CompiledProgram program) {
    return program.periods(program.term().start(), program.term().end());
  }

  private static boolean stacks(CompiledProgram program) {
    return allPeriods(program).stream()
        .anyMatch(period -> program.termsOn(period.start()).stacking().isPresent());
  }

  List<CompiledProgram> programs() {
    return programs;
  }

  CompiledProgram program(String id) {
    return byId.get(id);
  }

  /** Whether what one earns in the program depends on what others sold. */
  boolean isJoint(String program) {
    return joint.contains(program);
  }

  /** The program and those that get along with it in the period, itself first. */
  List<CompiledProgram> group(CompiledProgram program, Period period) {
    List<CompiledProgram> group = new ArrayList<>(List.of(program));
    Optional<String> name = groupName(program, period);
    if (name.isPresent()) {
      for (CompiledProgram other : stacking) {
        if (!other.id().equals(program.id()) && groupName(other, period).equals(name)) {
          group.add(other);
        }
      }
    }
    return group;
  }

  private static Optional<String> groupName(CompiledProgram program, Period period) {
    boolean has =
        program.term().contains(period.start())
            && program.periods(period.start(), period.start().plusDays(1)).contains(period);
    return has ? program.termsOn(period.start()).stacking().map(Stacking::group) : Optional.empty();
  }

  /** The days whose sales matter for what the program and those tied to it pay in the period. */
  Period reads(CompiledProgram program, Period period) {
    Set<Period> wanted = new TreeSet<>(Set.of(period));
    if (program.termsOn(period.start()).limits().scarce() == Limits.Scarce.PRO_RATA) {
      // What earlier periods took of the budget is gone.
      wanted.addAll(program.periods(program.term().start(), period.end()));
    }
    Period hull = period;
    for (Period one : wanted) {
      for (CompiledProgram member : group(program, one)) {
        hull = hull(hull, member.reads(one));
      }
    }
    return hull;
  }

  /**
   * The periods of the program in which sales of the days matter, to it or to those tied to it.
   *
   * @param days in the zone
   */
  Set<Period> affected(CompiledProgram program, Period days, ZoneId zone) {
    Set<Period> affected = new TreeSet<>(own(program, days, zone));
    if (stacking.contains(program)) {
      for (Period period : allPeriods(program)) {
        boolean beside =
            group(program, period).stream()
                .anyMatch(other -> own(other, days, zone).contains(period));
        if (beside) {
          affected.add(period);
        }
      }
    }
    return affected;
  }

  private static List<Period> own(CompiledProgram program, Period days, ZoneId zone) {
    LocalDate from = LocalDate.ofInstant(days.from(zone), program.zone());
    LocalDate last = LocalDate.ofInstant(days.until(zone).minusNanos(1), program.zone());
    return program.affected(from, last.plusDays(1));
  }

  static Period hull(Period one, Period other) {
    return new Period(
        one.start().isBefore(other.start()) ? one.start() : other.start(),
        one.end().isAfter(other.end()) ? one.end() : other.end());
  }
}
