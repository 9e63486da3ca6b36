package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.mappings.CellProblem;
import org.mitra.mappings.Columns;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.MappedRow.RowMoney;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.Mappings;
import org.mitra.problem.Problem;

/** Deals with rows inside the running transaction: fresh ones, and those that were kept. */
@ApplicationScoped
class Settling {
  @Inject private Sql sql;
  @Inject private RowStore store;
  @Inject private Receivers receivers;
  @Inject private Mappings mappings;
  @Inject private BusinessClock clock;

  /**
   * Takes fresh rows of one file or request in; what cannot be believed is kept, and everything is
   * counted.
   *
   * @return what became of each row, in their order
   */
  <T> List<Settled> settle(
      Arrival arrival,
      Receiver<T> receiver,
      List<CountedRow<T>> rows,
      Function<MappedRow<?>, Map<String, String>> cells) {
    List<MappedRow<T>> readable =
        rows.stream().map(CountedRow::row).filter(MappedRow::isReadable).toList();
    List<Received> received =
        readable.isEmpty() ? List.of() : receiver.receive(arrival, readable, false);
    Tally tally = new Tally();
    List<Settled> settled = new ArrayList<>();
    List<RowStore.Entry> entries = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int next = 0;
    for (CountedRow<T> counted : rows) {
      MappedRow<T> row = counted.row();
      count(tally, arrival.importId(), row.money(), Tally.RECEIVED, 1);
      Settled one =
          row.isReadable() ? Settled.of(row, received.get(next++)) : Settled.unreadable(row);
      if (one.isKept()) {
        places.add(settled.size());
        entries.add(
            new RowStore.Entry(
                counted,
                cells.apply(row),
                one.outcome(),
                one.problems(),
                one.awaits(),
                row.ignored()));
      } else {
        count(tally, arrival.importId(), row.money(), one.outcome().name(), 1);
      }
      settled.add(one);
    }
    List<Boolean> kept = store.keep(arrival, receiver.kind(), entries);
    for (int i = 0; i < kept.size(); i++) {
      int place = places.get(i);
      if (!kept.get(i)) {
        // The same feed brought the same row before: what was decided about it stands.
        settled.set(place, settled.get(place).known());
      }
      if (settled.get(place).outcome() != Outcome.WAITING) {
        RowMoney money = entries.get(i).row().row().money();
        count(tally, arrival.importId(), money, settled.get(place).outcome().name(), 1);
      }
    }
    tally.store(sql);
    return settled;
  }

  /**
   * Takes kept rows of one kind in after all, in their order. Those that only waited for the rest
   * of their file are forgotten when they have become facts; those of the quarantine are released.
   *
   * @param from WAITING or QUARANTINED
   * @param late whether none may wait any longer
   * @return what became of those about which something was decided
   */
  List<Settled> settleKept(List<KeptRow> rows, Outcome from, boolean late, String by, String note) {
    List<Settled> decided = new ArrayList<>();
    for (List<KeptRow> group : byMapping(rows)) {
      decided.addAll(settleGroup(group, receivers.of(group.get(0).kind()), from, late, by, note));
    }
    return decided;
  }

  private static List<List<KeptRow>> byMapping(List<KeptRow> rows) {
    return List.copyOf(
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.importId(), row.cells().keySet().toString()),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  private <T> List<Settled> settleGroup(
      List<KeptRow> rows,
      Receiver<T> receiver,
      Outcome from,
      boolean late,
      String by,
      String note) {
    KeptRow first = rows.get(0);
    Mapping mapping =
        first.mappingId() == null
            ? Mapping.plain(first.kind(), clock.zone())
            : mappings.load(first.mappingId()).mapping();
    Arrival arrival = new Arrival(first.importId(), first.feed(), mapping, by, first.receivedAt());
    List<MappedRow<T>> mapped = mapped(rows, receiver, mapping);
    List<MappedRow<T>> readable = mapped.stream().filter(MappedRow::isReadable).toList();
    List<Received> received =
        readable.isEmpty() ? List.of() : receiver.receive(arrival, readable, late);
    Tally tally = new Tally();
    List<Settled> decided = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      MappedRow<T> row = mapped.get(i);
      Settled one =
          row.isReadable() ? Settled.of(row, received.get(next++)) : Settled.unreadable(row);
      if (settleOne(rows.get(i), row.money(), one, from, by, note, tally)) {
        decided.add(one);
      }
    }
    tally.store(sql);
    return decided;
  }

  private <T> List<MappedRow<T>> mapped(List<KeptRow> rows, Receiver<T> receiver, Mapping mapping) {
    Columns columns = new Columns(mapping, List.copyOf(rows.get(0).cells().keySet()));
    var mapper = receiver.mapper(mapping, columns);
    List<MappedRow<T>> mapped = new ArrayList<>();
    for (KeptRow row : rows) {
      MappedRow<T> one = mapper.map(row.row());
      boolean number = one.isReadable() && mapping.sales().lineFromContent();
      mapped.add(number ? one.with(receiver.numbered(one.command(), row.lineNumbering())) : one);
    }
    return mapped;
  }

  private boolean settleOne(
      KeptRow row,
      RowMoney money,
      Settled settled,
      Outcome from,
      String by,
      String note,
      Tally tally) {
    if (settled.outcome() == Outcome.WAITING) {
      return false;
    }
    boolean inQuarantine = from == Outcome.QUARANTINED;
    if (settled.isKept()) {
      List<CellProblem> problems =
          settled.problems().isEmpty()
              ? List.of(new CellProblem("", "", Problem.refused("row.ignored")))
              : settled.problems();
      store.refuse(row, problems, settled.awaits());
      if (!inQuarantine) {
        tally.add(row.importId(), row.month(), row.money(), Outcome.QUARANTINED.name(), 1);
      }
      return !inQuarantine;
    }
    if (inQuarantine) {
      store.release(row, settled.received(), by, note);
      tally.add(row.importId(), row.month(), row.money(), Outcome.QUARANTINED.name(), -1);
      tally.add(row.importId(), row.month(), row.money(), Tally.REPAIRED, -1);
      count(tally, row.importId(), money, Tally.REPAIRED, 1);
    } else {
      store.forget(row);
    }
    count(tally, row.importId(), money, settled.outcome().name(), 1);
    return true;
  }

  private void count(Tally tally, long importId, RowMoney money, String outcome, int lines) {
    tally.add(importId, Tally.month(money.soldAt(), clock.zone()), money, outcome, lines);
  }
}
