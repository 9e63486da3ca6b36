package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.Kind;

/**
 * Keeps with each sale the day on which the payments that name it, and what was returned before,
 * left nothing owed. Once that day has come it stands: a later return does not move it.
 */
@ApplicationScoped
class Payments {
  @Inject private Sql sql;
  @Inject private LineStore store;
  @Inject private BusinessClock clock;

  private record Paid(BigDecimal net, LocalDate settledOn) {}

  /** What happened to a sale on a day, and whether a payment was part of it. */
  private record Day(BigDecimal settled, boolean payment) {
    Day and(Day other) {
      return new Day(settled.add(other.settled), payment || other.payment);
    }
  }

  /**
   * Renews the day for these sales.
   *
   * @param sales row ids, of whatever version
   * @return whose figures change by it, and where in time
   */
  List<SalesRecorded.Touched> settle(Collection<Long> sales) {
    List<SalesRecorded.Touched> touched = new ArrayList<>();
    if (sales.isEmpty()) {
      return touched;
    }
    Map<Long, Paid> known = known(sales);
    Map<Long, NavigableMap<LocalDate, Day>> days =
        known.isEmpty() ? Map.of() : days(known.keySet());
    Map<Long, LocalDate> changed = new HashMap<>();
    known.forEach(
        (sale, paid) -> {
          LocalDate day = settledOn(paid.net(), days.getOrDefault(sale, new TreeMap<>()));
          if (!Objects.equals(day, paid.settledOn())) {
            changed.put(sale, day);
          }
        });
    store
        .told(changed.keySet())
        .forEach(
            (sale, told) -> {
              write(sale, changed.get(sale));
              for (long partner : told.partners()) {
                touched.add(new SalesRecorded.Touched(partner, told.countsAt()));
                touch(touched, partner, known.get(sale).settledOn());
                touch(touched, partner, changed.get(sale));
              }
            });
    return touched;
  }

  private Map<Long, Paid> known(Collection<Long> sales) {
    Map<Long, Paid> known = new HashMap<>();
    sql.each(
        row -> known.put(row.number("id"), new Paid(row.decimal("net"), row.day("settled_on"))),
        "SELECT sale.id, sale.net, sale.settled_on FROM sales_transaction named"
            + " JOIN sales_transaction sale ON sale.id = COALESCE(named.superseded_by, named.id)"
            + " WHERE named.id IN "
            + Sql.list(sales.size()),
        sales.toArray());
    return known;
  }

  private Map<Long, NavigableMap<LocalDate, Day>> days(Collection<Long> sales) {
    Map<Long, NavigableMap<LocalDate, Day>> days = new HashMap<>();
    sql.each(
        row -> {
          boolean payment = row.constant("kind", Kind.class) == Kind.PAYMENT_RECEIVED;
          BigDecimal net = row.decimal("net");
          days.computeIfAbsent(row.number("origin_id"), sale -> new TreeMap<>())
              .merge(row.day("sold_on"), new Day(payment ? net : net.negate(), payment), Day::and);
        },
        "SELECT origin_id, kind, sold_on, net FROM sales_transaction"
            + " WHERE superseded_by IS NULL AND origin_id IN "
            + Sql.list(sales.size()),
        sales.toArray());
    return days;
  }

  /** The first day on which nothing is owed and something was paid; null while there is none. */
  private static LocalDate settledOn(BigDecimal net, NavigableMap<LocalDate, Day> days) {
    Day sum = new Day(BigDecimal.ZERO, false);
    for (Map.Entry<LocalDate, Day> day : days.entrySet()) {
      sum = sum.and(day.getValue());
      if (sum.payment() && sum.settled().compareTo(net) >= 0) {
        return day.getKey();
      }
    }
    return null;
  }

  private void write(long sale, LocalDate day) {
    sql.update(
        "UPDATE sales_transaction SET settled_on = ? WHERE id = ?"
            + " OR (origin_id = ? AND superseded_by IS NULL AND kind <> 'PAYMENT_RECEIVED')",
        day,
        sale,
        sale);
  }

  private void touch(List<SalesRecorded.Touched> touched, long partner, LocalDate day) {
    if (day != null) {
      touched.add(new SalesRecorded.Touched(partner, day.atStartOfDay(clock.zone()).toInstant()));
    }
  }
}
