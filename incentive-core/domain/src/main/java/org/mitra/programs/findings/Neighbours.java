package org.mitra.programs.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Finding;
import org.mitra.engine.Scope;
import org.mitra.engine.Stacking;
import org.mitra.engine.Terms;
import org.mitra.time.Period;

/** Other programs that run at the same time. */
final class Neighbours {
  private static final int NAMED = 5;

  private final Terms terms;
  private final List<Neighbour> neighbours;
  private final Set<String> products;

  /** A program and the terms that it holds while the new ones do. */
  private record Neighbour(CompiledProgram program, Terms terms, Set<String> products) {}

  private Neighbours(Terms terms, List<Neighbour> neighbours, Set<String> products) {
    this.terms = terms;
    this.neighbours = neighbours;
    this.products = products;
  }

  static Neighbours of(
      Sql sql, String program, Terms terms, LocalDate from, List<CompiledProgram> published) {
    List<Neighbour> neighbours = new ArrayList<>();
    if (from.isBefore(terms.until())) {
      Period days = new Period(from, terms.until());
      for (CompiledProgram other : published) {
        if (!other.id().equals(program) && other.term().overlaps(days)) {
          LocalDate start = other.term().start();
          Terms held = other.termsOn(start.isAfter(from) ? start : from);
          neighbours.add(new Neighbour(other, held, products(sql, held.scope())));
        }
      }
    }
    return new Neighbours(terms, neighbours, products(sql, terms.scope()));
  }

  /** Codes of the products in the scope; empty when it does not restrict. */
  private static Set<String> products(Sql sql, Scope scope) {
    if (scope.items().isEmpty() && scope.groups().isEmpty()) {
      return Set.of();
    }
    Set<String> codes = new HashSet<>(scope.items());
    if (!scope.groups().isEmpty()) {
      sql.each(
          row -> codes.add(row.text("code")),
          "SELECT p.code FROM product p JOIN product_group g ON g.id = p.group_id"
              + " WHERE g.code IN "
              + Sql.list(scope.groups().size()),
          scope.groups().toArray());
    }
    return codes;
  }

  /** Terms of programs that pay the same partner for the same sales, one beside the other. */
  List<Terms> payingTheSame() {
    return same().stream().map(Neighbour::terms).toList();
  }

  private List<Neighbour> same() {
    return neighbours.stream().filter(this::paysTheSame).filter(n -> !inGroup(n)).toList();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<String> same = same().stream().map(n -> n.program().id()).sorted().toList();
    if (!same.isEmpty()) {
      findings.add(
          Finding.needsReason(
              "same-sales",
              "scope",
              "programs",
              same.stream().limit(NAMED).collect(Collectors.joining(", ")),
              "count",
              same.size()));
    }
    neighbours.stream().filter(this::inGroup).forEach(n -> checkGroup(n, findings));
    return findings;
  }

  private boolean inGroup(Neighbour neighbour) {
    Optional<Stacking> other = neighbour.terms().stacking();
    return terms
        .stacking()
        .filter(own -> other.filter(it -> it.group().equals(own.group())).isPresent())
        .isPresent();
  }

  private void checkGroup(Neighbour neighbour, List<Finding> findings) {
    Stacking own = terms.stacking().orElseThrow();
    Stacking other = neighbour.terms().stacking().orElseThrow();
    String program = neighbour.program().id();
    if (own.precedence() == other.precedence()) {
      findings.add(
          Finding.blocks(
              "group-precedence-taken",
              "stacking/precedence",
              "precedence",
              own.precedence(),
              "program",
              program));
    }
    if (own.method() != other.method()
        || own.per() != other.per()
        || !own.ceiling().equals(other.ceiling())) {
      findings.add(Finding.blocks("group-method-differs", "stacking", "program", program));
    }
    boolean sameTime =
        terms.zone().equals(neighbour.terms().zone())
            && terms.schedule().equals(neighbour.terms().schedule())
            && terms.currency().equals(neighbour.terms().currency());
    if (!sameTime) {
      findings.add(Finding.blocks("group-period-differs", "periodMonths", "program", program));
    }
  }

  private boolean paysTheSame(Neighbour neighbour) {
    Scope one = terms.scope();
    Scope other = neighbour.terms().scope();
    return terms.earns().isPresent()
        && neighbour.terms().earns().isPresent()
        && terms.payee() == neighbour.terms().payee()
        && countsCurrencyOf(neighbour)
        && meet(one.flows(), other.flows())
        && meet(products, neighbour.products())
        && meet(one.types(), other.types())
        && meet(one.levels(), other.levels())
        && meet(one.regions(), other.regions())
        && meet(one.territories(), other.territories())
        && meet(one.customers(), other.customers());
  }

  /** Whether there can be sales that both count: in a currency that neither leaves out. */
  private boolean countsCurrencyOf(Neighbour neighbour) {
    Terms other = neighbour.terms();
    return terms.currency().isEmpty()
        || other.currency().isEmpty()
        || terms.counting().conversion().isPresent()
        || other.counting().conversion().isPresent()
        || terms.currency().equals(other.currency());
  }

  /** An empty set does not restrict. */
  private static boolean meet(Collection<?> one, Collection<?> other) {
    return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
  }
}
