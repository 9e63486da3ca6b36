package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mitra.money.Exact;

/** Lines that count together: what one of them counts for depends on the others. */
public enum Grouping {
  /** Sales with what undoes them. One that lost money counts for nothing, nor does its return. */
  GAINFUL_SALES {
    @Override
    String group(SalesLine line) {
      return Long.toString(line.origin());
    }

    @Override
    List<Exact> count(List<SalesLine> lines, List<Exact> parts) {
      // A return without its sale mirrors it: what it takes back was gained.
      boolean mirrored = units(lines).signum() < 0;
      boolean gainful = sum(parts).signum() == 0 || sum(parts).signum() < 0 == mirrored;
      return gainful ? parts : nothing(parts);
    }
  },
  /**
   * Documents with a quantity above zero count for one, on their first line; in part where credit
   * is shared.
   */
  DOCUMENTS {
    @Override
    String group(SalesLine line) {
      // Each seller counts his own numbers.
      return line.seller().map(Party::id).orElse("") + "/" + line.document();
    }

    @Override
    List<Exact> count(List<SalesLine> lines, List<Exact> parts) {
      return oneIfKept(lines, parts);
    }
  },
  /** Customers likewise; sales to nobody known count for none. */
  CUSTOMERS {
    @Override
    String group(SalesLine line) {
      return line.customer().code();
    }

    @Override
    List<Exact> count(List<SalesLine> lines, List<Exact> parts) {
      return oneIfKept(lines, parts);
    }
  };

  /** What lines that count together have in common. */
  abstract String group(SalesLine line);

  /** What each line of a group counts for, given what each of them measures. */
  abstract List<Exact> count(List<SalesLine> lines, List<Exact> parts);

  /** What each credit counts for. */
  List<Exact> of(List<Credit> inOrder, Function<Credit, Exact> measure) {
    Exact[] counts = new Exact[inOrder.size()];
    for (Map.Entry<String, List<Integer>> group : groups(inOrder).entrySet()) {
      List<Integer> places = group.getValue();
      List<SalesLine> lines = places.stream().map(i -> inOrder.get(i).line()).toList();
      List<Exact> parts = places.stream().map(i -> measure.apply(inOrder.get(i))).toList();
      List<Exact> counted = group.getKey().isEmpty() ? nothing(parts) : count(lines, parts);
      for (int i = 0; i < counted.size(); i++) {
        counts[places.get(i)] = counted.get(i);
      }
    }
    return Arrays.asList(counts);
  }

  /** Places of credits that belong together: what undoes a sale belongs where the sale does. */
  Map<String, List<Integer>> groups(List<Credit> inOrder) {
    Map<Long, SalesLine> sales = new HashMap<>();
    inOrder.forEach(credit -> sales.put(credit.line().id(), credit.line()));
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      SalesLine line = inOrder.get(i).line();
      SalesLine sale = sales.getOrDefault(line.origin(), line);
      groups.computeIfAbsent(group(sale), name -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static BigDecimal units(List<SalesLine> lines) {
    return lines.stream().map(SalesLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Exact sum(List<Exact> parts) {
    return parts.stream().reduce(Exact.ZERO, Exact::plus);
  }

  private static List<Exact> nothing(List<Exact> parts) {
    return Collections.nCopies(parts.size(), Exact.ZERO);
  }

  private static List<Exact> oneIfKept(List<SalesLine> lines, List<Exact> parts) {
    List<Exact> counts = new ArrayList<>(nothing(parts));
    if (units(lines).signum() > 0) {
      int first = 0;
      while (lines.get(first).quantity().signum() <= 0) {
        first++;
      }
      counts.set(first, sum(parts).dividedBy(Exact.of(units(lines))));
    }
    return counts;
  }
}
