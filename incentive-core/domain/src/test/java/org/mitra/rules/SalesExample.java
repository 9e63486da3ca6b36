package org.mitra.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Customer;
import org.mitra.engine.Kind;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.programs.terms.TermsJson;
import org.mitra.time.Period;

/**
 * Sales lines in the order in which they become known, and what is expected after each.
 *
 * @param steps one for each row
 */
record SalesExample(String title, List<CompiledProgram> programs, List<Step> steps) {

  /**
   * A row: a line, or a newer version of one, and the cells that say what has to come out.
   *
   * @param line empty where the row only asks
   * @param expected cells by column name
   */
  record Step(Optional<SalesLine> line, Map<String, String> expected) {
    /** What is expected of a program; with one program its id may be left out. */
    Optional<String> expected(String what, String program) {
      return Optional.ofNullable(expected.get(what + " " + program.toLowerCase(Locale.ROOT)))
          .or(() -> Optional.ofNullable(expected.get(what)));
    }
  }

  /** What a cell of a column {@code earned <partner> [<program>]} asks for, and its answer. */
  record Asked(AccrualKey key, String cell) {}

  static SalesExample of(RulePage.Example example) {
    List<CompiledProgram> programs = new ArrayList<>();
    example
        .programs()
        .forEach(
            (id, versions) -> {
              Map<LocalDate, Terms> terms = new HashMap<>();
              versions.forEach((from, document) -> terms.put(from, TermsJson.decode(document, "")));
              programs.add(new CompiledProgram(id, terms, example.known().circumstances()));
            });
    ExampleLines lines = new ExampleLines(example, programs);
    List<Step> steps = new ArrayList<>();
    for (Map<String, String> row : example.table().rows()) {
      steps.add(new Step(lines.read(row, steps.size() + 1), row));
    }
    return new SalesExample(example.title(), programs, steps);
  }

  /** The facts after the step: of each line the newest version. */
  List<SalesLine> factsAfter(int step) {
    Map<Long, SalesLine> newest = new LinkedHashMap<>();
    steps.subList(0, step + 1).stream()
        .flatMap(known -> known.line().stream())
        .forEach(line -> newest.put(line.id(), line));
    return withFirstSales(newest.values());
  }

  /** The lines, with the first sale that any of them made to each customer. */
  static List<SalesLine> withFirstSales(Collection<SalesLine> lines) {
    Map<String, SalesLine> firsts = new HashMap<>();
    lines.stream()
        .filter(line -> line.kind() == Kind.SALE)
        .sorted(SalesLine.IN_ORDER)
        .forEach(line -> firsts.putIfAbsent(line.customer().code(), line));
    return lines.stream().map(line -> withFirst(line, firsts)).toList();
  }

  private static SalesLine withFirst(SalesLine line, Map<String, SalesLine> firsts) {
    String customer = line.customer().code();
    return customer.isEmpty() || !firsts.containsKey(customer)
        ? line
        : line.soldTo(new Customer(customer, firsts.get(customer).id()));
  }

  /** The line of the step, as the facts after it have it. */
  Optional<SalesLine> lineAfter(int step) {
    return steps
        .get(step)
        .line()
        .flatMap(
            known -> factsAfter(step).stream().filter(line -> line.id() == known.id()).findFirst());
  }

  /** What the step's row asks about partners, whoever the line is credited to. */
  List<Asked> asked(int step) {
    List<Asked> asked = new ArrayList<>();
    steps
        .get(step)
        .expected()
        .forEach(
            (column, cell) -> {
              if (column.startsWith("earned ") && !column.equals("earned then")) {
                asked.add(new Asked(key(column.split(" "), step), cell));
              }
            });
    return asked;
  }

  private AccrualKey key(String[] words, int step) {
    CompiledProgram program =
        programs.stream()
            .filter(it -> words.length < 3 || it.id().equalsIgnoreCase(words[2]))
            .findFirst()
            .orElseThrow();
    Terms terms = program.termsOn(LocalDate.MIN);
    Currency currency = terms.currency().orElseGet(() -> lineAfter(step).orElseThrow().currency());
    return new AccrualKey(
        program.id(), words[1].toUpperCase(Locale.ROOT), period(program, step), currency);
  }

  /** The period of the row's line, unless its cell {@code in} names a day of another. */
  private Period period(CompiledProgram program, int step) {
    String in = steps.get(step).expected().get("in");
    if (in != null) {
      return program.termsOn(LocalDate.MIN).periodOf(LocalDate.parse(in));
    }
    SalesLine line = lineAfter(step).orElseThrow();
    return SalesExampleRun.verdict(program, line)
        .key()
        .map(AccrualKey::period)
        .orElseGet(
            () ->
                program
                    .termsOn(LocalDate.MIN)
                    .periodOf(LocalDate.ofInstant(line.countsAt(), program.zone())));
  }

  /** Numbers in tables are written 1,234.50 and −1. */
  static BigDecimal number(String text) {
    return Decimals.parse(text.replace(",", "").replace('−', '-'));
  }
}
