package org.mitra.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.Flow;
import org.mitra.engine.Item;
import org.mitra.engine.Kind;
import org.mitra.engine.Parties;
import org.mitra.engine.Party;
import org.mitra.engine.Payee;
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
   * @param expected cells by column name
   */
  record Step(SalesLine line, Map<String, String> expected) {
    /** What is expected of a program; with one program its id may be left out. */
    Optional<String> expected(String what, String program) {
      return Optional.ofNullable(expected.get(what + " " + program.toLowerCase(Locale.ROOT)))
          .or(() -> Optional.ofNullable(expected.get(what)));
    }
  }

  static SalesExample of(RulePage.Example example) {
    List<CompiledProgram> programs = new ArrayList<>();
    example
        .programs()
        .forEach(
            (id, versions) -> {
              Map<LocalDate, Terms> terms = new HashMap<>();
              versions.forEach((from, document) -> terms.put(from, TermsJson.decode(document, "")));
              programs.add(new CompiledProgram(id, terms, enrolled(example)));
            });
    return new SalesExample(example.title(), programs, new Reader(example, programs).steps());
  }

  static Map<String, List<Period>> enrolled(RulePage.Example example) {
    Map<String, List<Period>> enrolled = new LinkedHashMap<>();
    for (Map<String, String> row : example.enrolled()) {
      LocalDate until = LocalDate.parse(row.getOrDefault("until", "9999-12-31"));
      enrolled
          .computeIfAbsent(row.get("enrolled"), partner -> new ArrayList<>())
          .add(new Period(LocalDate.parse(row.get("from")), until));
    }
    return enrolled;
  }

  /** The facts after the step: of each line the newest version. */
  List<SalesLine> factsAfter(int step) {
    Map<Long, SalesLine> newest = new LinkedHashMap<>();
    steps.subList(0, step + 1).forEach(known -> newest.put(known.line().id(), known.line()));
    Map<String, SalesLine> firsts = new HashMap<>();
    newest.values().stream()
        .filter(line -> line.kind() == Kind.SALE)
        .sorted(SalesLine.IN_ORDER)
        .forEach(line -> firsts.putIfAbsent(line.customer().code(), line));
    return newest.values().stream()
        .map(
            line ->
                line.customer().code().isEmpty() || !firsts.containsKey(line.customer().code())
                    ? line
                    : line.soldTo(
                        new Customer(
                            line.customer().code(), firsts.get(line.customer().code()).id())))
        .toList();
  }

  /** The line of the step, as the facts after it have it. */
  SalesLine lineAfter(int step) {
    long id = steps.get(step).line().id();
    return factsAfter(step).stream().filter(line -> line.id() == id).findFirst().orElseThrow();
  }

  private static final class Reader {
    private final RulePage.Example example;
    private final List<CompiledProgram> programs;
    private final Terms terms;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, SalesLine> sales = new HashMap<>();

    Reader(RulePage.Example example, List<CompiledProgram> programs) {
      this.example = example;
      this.programs = programs;
      this.terms = programs.get(0).termsOn(LocalDate.MIN);
    }

    List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      for (Map<String, String> row : example.table().rows()) {
        steps.add(new Step(line(row, steps.size() + 1), row));
      }
      return steps;
    }

    private SalesLine line(Map<String, String> row, int number) {
      String document =
          row.getOrDefault("document", String.format(Locale.ROOT, "DOC-%02d", number));
      String line = row.getOrDefault("line", "1");
      Kind kind =
          Kind.valueOf(row.getOrDefault("kind", "sale").toUpperCase(Locale.ROOT).replace(' ', '_'));
      long id = ids.computeIfAbsent(document + "/" + line + "/" + kind, key -> ids.size() + 1L);
      Optional<SalesLine> origin = Optional.ofNullable(row.get("of")).map(this::sale);
      BigDecimal units = decimal(row, "units", usualUnits(kind));
      BigDecimal net = decimal(row, "net", units);
      Instant soldAt = time(row.getOrDefault("date", terms.from().toString()));
      Instant receivedAt = row.containsKey("received") ? time(row.get("received")) : soldAt;
      SalesLine sale =
          new SalesLine(
              id,
              origin.map(SalesLine::id).orElse(id),
              document,
              line,
              kind,
              flow(row),
              new Dates(
                  soldAt,
                  origin.map(SalesLine::soldAt).orElse(soldAt),
                  origin.map(SalesLine::receivedAt).orElse(receivedAt),
                  Optional.ofNullable(row.get("ordered")).map(this::time),
                  Optional.ofNullable(row.get("shipped")).map(this::time),
                  Optional.ofNullable(row.get("paid")).map(this::time)),
              new Parties(
                  party(row, "seller", Payee.SELLER),
                  party(row, "buyer", Payee.BUYER),
                  party(row, "ship to", Payee.SHIP_TO),
                  Optional.ofNullable(row.get("representative")).map(this::party)),
              new Customer(row.getOrDefault("customer", ""), 0),
              new Item(
                  row.getOrDefault("item", "ITEM"),
                  row.getOrDefault("group", ""),
                  Optional.ofNullable(row.get("launched")).map(LocalDate::parse)),
              units,
              decimal(row, "gross", net),
              net,
              Optional.ofNullable(row.get("cost")).map(SalesExample::number),
              currency(row),
              admitted(row));
      if (kind == Kind.SALE) {
        sales.put(document + "/" + line, sale);
      }
      return sale;
    }

    private static BigDecimal usualUnits(Kind kind) {
      return switch (kind) {
        case SALE -> BigDecimal.ONE;
        case RETURN, CANCELLATION -> BigDecimal.ONE.negate();
        case PRICE_CORRECTION, PAYMENT_RECEIVED -> BigDecimal.ZERO;
      };
    }

    private SalesLine sale(String name) {
      SalesLine sale = sales.get(name.contains("/") ? name : name + "/1");
      if (sale == null) {
        throw new IllegalArgumentException("no sale " + name + " above");
      }
      return sale;
    }

    private Flow flow(Map<String, String> row) {
      return row.containsKey("flow")
          ? Flow.valueOf(row.get("flow").toUpperCase(Locale.ROOT).replace('-', '_'))
          : terms.scope().flows().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** A day is its noon in the program's zone. */
    private Instant time(String text) {
      ZoneId zone = terms.zone();
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atTime(12, 0).atZone(zone).toInstant();
    }

    private Optional<Party> party(Map<String, String> row, String column, Payee role) {
      boolean paid = terms.payee() == role && !example.table().has(column);
      String code = row.getOrDefault(column, paid ? "PARTNER" : "");
      return code.isEmpty() ? Optional.empty() : Optional.of(party(code));
    }

    private Party party(String code) {
      Map<String, String> known = example.partners().getOrDefault(code, Map.of());
      return new Party(
          code,
          known.getOrDefault("type", "DEALER"),
          known.getOrDefault("level", ""),
          known.getOrDefault("region", ""),
          known.getOrDefault("territory", ""),
          Set.of(known.getOrDefault("certificates", "").split(" ")).stream()
              .filter(certificate -> !certificate.isEmpty())
              .collect(Collectors.toSet()),
          Optional.ofNullable(known.get("parent")).map(this::party));
    }

    private Currency currency(Map<String, String> row) {
      return row.containsKey("currency")
          ? Currency.of(row.get("currency"))
          : terms.currency().orElse(Currency.EUR);
    }

    private Map<String, BigDecimal> admitted(Map<String, String> row) {
      Map<String, BigDecimal> admitted = new HashMap<>();
      if (row.containsKey("admitted")) {
        programs.forEach(program -> admitted.put(program.id(), number(row.get("admitted"))));
      }
      return admitted;
    }

    private static BigDecimal decimal(Map<String, String> row, String column, BigDecimal usual) {
      return row.containsKey(column) ? number(row.get(column)) : usual;
    }
  }

  /** Numbers in tables are written 1,234.50 and −1. */
  static BigDecimal number(String text) {
    return Decimals.parse(text.replace(",", "").replace('−', '-'));
  }
}
