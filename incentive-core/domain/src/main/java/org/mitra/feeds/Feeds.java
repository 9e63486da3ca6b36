package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedField;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.RowMapper;
import org.mitra.problem.Problem;
import org.mitra.tables.Row;

/** Facts that programs send directly: the same road as rows of a file, without a mapping. */
@ApplicationScoped
public class Feeds {
  /** Rows of one request. */
  public static final int MOST = 1_000;

  @Inject private Sql sql;
  @Inject private Receivers receivers;
  @Inject private Settling settling;
  @Inject private RowStore store;
  @Inject private BusinessClock clock;

  /**
   * What became of the rows of a request.
   *
   * @param importUid the import that stands for the request
   * @param rows in the order of the request
   */
  public record Receipt(UUID importUid, List<RowReceipt> rows) {}

  /**
   * What became of a row.
   *
   * @param number in the request, from 1
   * @param uid the sales line; null for other rows, and for those that are no fact
   * @param problems why it is in quarantine; empty otherwise
   */
  public record RowReceipt(int number, Outcome outcome, UUID uid, List<RowProblem> problems) {
    private static RowReceipt of(int number, Settled settled) {
      return new RowReceipt(
          number, settled.outcome(), settled.received().uid(), RowProblem.of(settled.problems()));
    }
  }

  /**
   * Takes rows in, each by itself: one that cannot be believed is quarantined and does not keep the
   * others out.
   *
   * @param rows texts by field: plain decimals, ISO dates
   * @throws Problem 400 for no rows, too many, or fields that there are not
   */
  @Transactional(rollbackOn = Exception.class)
  public Receipt deliver(Actor actor, FeedKind kind, List<Map<String, String>> rows) {
    actor.require(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER);
    if (rows.isEmpty() || rows.size() > MOST) {
      throw Problem.invalid("feed.size").with("most", MOST);
    }
    return deliver(actor, receivers.of(kind), rows);
  }

  private <T> Receipt deliver(Actor actor, Receiver<T> receiver, List<Map<String, String>> rows) {
    FeedKind kind = receiver.kind();
    List<String> names = kind.fields().stream().map(FeedField::name).toList();
    Mapping mapping = Mapping.plain(kind, clock.zone());
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    List<CountedRow<T>> counted = counted(receiver, mapping, names, rows);
    long id = begin(actor, kind, uid, now, rows);
    Arrival arrival = new Arrival(id, Arrival.API, mapping, actor.username(), now);
    List<Settled> settled = settling.settle(arrival, receiver, counted, cells(names, rows));
    List<RowReceipt> receipts = receipts(settled);
    resolveWaiting(actor, id, receipts);
    return new Receipt(uid, receipts);
  }

  private static Function<MappedRow<?>, Map<String, String>> cells(
      List<String> names, List<Map<String, String>> rows) {
    return row -> {
      Map<String, String> cells = new LinkedHashMap<>();
      Map<String, String> given = rows.get((int) row.row().number() - 1);
      names.forEach(name -> cells.put(name, given.getOrDefault(name, "")));
      return cells;
    };
  }

  private static <T> List<CountedRow<T>> counted(
      Receiver<T> receiver, Mapping mapping, List<String> names, List<Map<String, String>> rows) {
    RowMapper<T> mapper = receiver.mapper(mapping, new Columns(mapping, names));
    List<MappedRow<T>> mapped = new ArrayList<>();
    Repeats repeats = new Repeats();
    Set<Long> fingerprints = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      for (String field : rows.get(i).keySet()) {
        if (!names.contains(field)) {
          throw Problem.invalid("feed.field")
              .with("field", field)
              .with("known", String.join(", ", names))
              .at("/" + i + "/" + field);
        }
      }
      Map<String, String> row = rows.get(i);
      List<String> cells = names.stream().map(name -> row.getOrDefault(name, "")).toList();
      mapped.add(mapper.map(new Row(i + 1L, cells, Map.of())));
      fingerprints.add(Fingerprints.ofCells(cells));
    }
    for (MappedRow<T> row : mapped) {
      if (row.isReadable()) {
        long identity = Fingerprints.ofIdentity(row.identity());
        repeats.compare(identity, Fingerprints.ofIdentity(receiver.content(row.command()).hex()));
      }
    }
    Occurrences occurrences = new Occurrences(fingerprints, repeats.conflicting());
    return mapped.stream().map(row -> occurrences.count(row, false, receiver)).toList();
  }

  private long begin(
      Actor actor, FeedKind kind, UUID uid, Instant now, List<Map<String, String>> rows) {
    return sql.insert(
        "INSERT INTO feed_import (uid, kind, origin, file_name, file_size, file_hash, state,"
            + " row_count, phase, next_row, preview, refusal, uploaded_by, uploaded_at,"
            + " committed_by, committed_at, finished_at, version)"
            + " VALUES (?, ?, 'API', 'API', 0, ?, 'COMMITTED', ?, 'DONE', ?, '', '', ?, ?, ?, ?, ?, 0)",
        uid,
        kind,
        Sha256.of(rows.toString()),
        rows.size(),
        rows.size(),
        actor.username(),
        now,
        actor.username(),
        now,
        now);
  }

  private static List<RowReceipt> receipts(List<Settled> settled) {
    List<RowReceipt> receipts = new ArrayList<>();
    for (Settled one : settled) {
      receipts.add(RowReceipt.of(receipts.size() + 1, one));
    }
    return receipts;
  }

  /** Rows that waited for the others of the request, then what older rows waited for. */
  private void resolveWaiting(Actor actor, long id, List<RowReceipt> receipts) {
    boolean late = false;
    List<Long> waiting = store.waiting(id);
    while (!waiting.isEmpty()) {
      int decided = 0;
      for (KeptRow row : store.lock(waiting, Outcome.WAITING)) {
        List<Settled> settled =
            settling.settleKept(List.of(row), Outcome.WAITING, late, actor.username(), "");
        for (Settled one : settled) {
          int number = (int) row.number();
          receipts.set(number - 1, RowReceipt.of(number, one));
          decided++;
        }
      }
      late = decided == 0;
      waiting = store.waiting(id);
    }
    boolean released;
    do {
      released = false;
      for (KeptRow row : store.lock(store.awaiting(id), Outcome.QUARANTINED)) {
        released |=
            !settling
                .settleKept(List.of(row), Outcome.QUARANTINED, true, actor.username(), "")
                .isEmpty();
      }
    } while (released);
  }
}
