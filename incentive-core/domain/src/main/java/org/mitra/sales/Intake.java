package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.Kind;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;

/** Takes reported lines in, a chunk at a time: judges each, and stores those that are believed. */
@ApplicationScoped
class Intake {
  @Inject private Sql sql;
  @Inject private Masters masters;
  @Inject private LineStore store;
  @Inject private Origins origins;
  @Inject private Serials serials;
  @Inject private Customers customers;
  @Inject private Payments payments;
  @Inject private BusinessClock clock;
  @Inject private Event<SalesRecorded> recorded;

  /** A chunk on its way: what is decided so far, and the lines that are to be stored. */
  private static final class Chunk {
    private final Taken[] results;
    private final Map<Integer, NewLine> fresh = new LinkedHashMap<>();

    Chunk(int size) {
      results = new Taken[size];
    }

    void refuse(int index, Problem problem) {
      refuse(index, Taken.refused(problem));
    }

    void refuse(int index, Taken refusal) {
      results[index] = refusal;
      fresh.remove(index);
    }
  }

  List<Taken> take(Delivery delivery, List<ReportedLine> lines) {
    Chunk chunk = judged(lines, masters.of(lines));
    protectWhatWasUndone(chunk);
    serials.refuseSoldOnes(chunk.fresh).forEach(chunk::refuse);
    linkToOrigins(chunk);
    Map<String, Long> firstSales = customers.lock(customersOf(chunk.fresh.values()));
    store.insert(delivery, List.copyOf(chunk.fresh.values()));
    chunk.fresh.forEach(
        (index, line) ->
            chunk.results[index] =
                Taken.known(
                    line.previous() == null ? Taken.Outcome.NEW : Taken.Outcome.SUPERSEDING,
                    line.uid()));
    Set<SalesRecorded.Touched> touched = Touches.of(chunk.fresh.values(), clock.zone());
    touched.addAll(customers.decide(firstSales));
    touched.addAll(payments.settle(salesThatMayBePaid(chunk.fresh.values())));
    announce(touched, chunk.fresh.values());
    return Arrays.asList(chunk.results);
  }

  /** What would become of the lines, without looking at what returns undo. Stores nothing. */
  List<Taken> judge(List<ReportedLine> lines, Set<String> partners, Set<String> products) {
    Known known = masters.of(lines);
    for (ReportedLine line : lines) {
      if (products.contains(line.product()) && known.product(line.product()) == null) {
        known.product(line.product(), new Known.ProductFact(0, line.amounts().unit(), true));
      }
      for (String code : List.of(line.parties().seller(), line.parties().buyer())) {
        if (partners.contains(code) && known.partner(code) == null) {
          known.partner(code, new Known.PartnerFact(0, PartnerType.DEALER, LocalDate.MIN, true));
        }
      }
    }
    Chunk chunk = judged(lines, known);
    chunk.fresh.forEach(
        (index, line) ->
            chunk.results[index] =
                Taken.known(
                    line.previous() == null ? Taken.Outcome.NEW : Taken.Outcome.SUPERSEDING, null));
    return Arrays.asList(chunk.results);
  }

  private Chunk judged(List<ReportedLine> lines, Known known) {
    Chunk chunk = new Chunk(lines.size());
    LineRules rules = new LineRules(known, clock.now(), clock.zone());
    Map<LineKey, StoredLine> stored =
        store.find(lines.stream().map(ReportedLine::key).distinct().toList());
    Map<LineKey, NewLine> inChunk = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      ReportedLine line = lines.get(i);
      Sha256 hash = line.contentHash();
      StoredLine previous = stored.get(line.key());
      NewLine twin = inChunk.get(line.key());
      if (previous != null && previous.contentHash().equals(hash)) {
        chunk.results[i] = Taken.known(Taken.Outcome.UNCHANGED, previous.uid());
        continue;
      }
      if (twin != null) {
        chunk.results[i] =
            twin.contentHash().equals(hash)
                ? Taken.known(Taken.Outcome.UNCHANGED, twin.uid())
                : Taken.refused(lineTwice(line));
        continue;
      }
      Optional<Problem> problem = rules.check(line);
      if (problem.isPresent()) {
        chunk.refuse(i, problem.get());
        continue;
      }
      LocalDate soldOn = LocalDate.ofInstant(line.soldAt(), clock.zone());
      NewLine fresh = NewLine.of(Uids.next(clock.now()), line, hash, previous, known, soldOn);
      if (previous != null && isAnotherDocument(previous, fresh)) {
        chunk.refuse(
            i,
            Problem.refused("sale.document-reissued")
                .with("document", line.documentText())
                .with("date", previous.documentDate())
                .at("/document"));
        continue;
      }
      chunk.fresh.put(i, fresh);
      inChunk.put(line.key(), fresh);
    }
    return chunk;
  }

  static Problem lineTwice(ReportedLine line) {
    return Problem.refused("sale.line-twice")
        .with("document", line.documentText())
        .with("line", line.key().line())
        .at("/line");
  }

  /** Another date between other people is not a correction: somebody used a number again. */
  private static boolean isAnotherDocument(StoredLine previous, NewLine fresh) {
    return !previous.sameSides(fresh)
        && !previous.documentDate().equals(fresh.line().documentDate());
  }

  /** A sale that was returned in part cannot become another one, nor smaller than its returns. */
  private void protectWhatWasUndone(Chunk chunk) {
    Map<Long, Integer> superseded = new HashMap<>();
    chunk.fresh.forEach(
        (index, line) -> {
          if (line.previous() != null && line.line().key().kind() == Kind.SALE) {
            superseded.put(line.previous().id(), index);
          }
        });
    if (superseded.isEmpty()) {
      return;
    }
    Object[] ids = superseded.keySet().toArray();
    sql.rows(
        row -> row.number("id"),
        "SELECT id FROM sales_transaction WHERE id IN " + Sql.list(ids.length) + " FOR UPDATE",
        ids);
    record Undone(int index, BigDecimal quantity, BigDecimal net, LocalDate first) {}
    sql.rows(
            row ->
                new Undone(
                    superseded.get(row.number("origin_id")),
                    row.decimal("quantity"),
                    row.decimal("net"),
                    row.day("first")),
            "SELECT origin_id, SUM(quantity) AS quantity, SUM(net) AS net, MIN(sold_on) AS first"
                + " FROM sales_transaction WHERE superseded_by IS NULL"
                + " AND kind <> 'PAYMENT_RECEIVED' AND origin_id IN "
                + Sql.list(ids.length)
                + " GROUP BY origin_id",
            ids)
        .forEach(
            undone -> {
              NewLine line = chunk.fresh.get(undone.index());
              LineAmounts amounts = line.line().amounts();
              boolean fits =
                  line.previous().sameDeal(line)
                      && amounts.quantity().add(undone.quantity()).signum() >= 0
                      && amounts.net().add(undone.net()).signum() >= 0
                      && !undone.first().isBefore(line.soldOn());
              if (!fits) {
                chunk.refuse(
                    undone.index(), Problem.refused("sale.returned-already").at("/quantity"));
              }
            });
  }

  private void linkToOrigins(Chunk chunk) {
    Map<Integer, NewLine> linking = new LinkedHashMap<>();
    chunk.fresh.forEach(
        (index, line) -> {
          if (line.line().key().undoes() || line.line().undoes().isGiven()) {
            linking.put(index, line);
          }
        });
    if (linking.isEmpty()) {
      return;
    }
    List<Long> replaced =
        linking.values().stream()
            .filter(line -> line.previous() != null)
            .map(line -> line.previous().id())
            .toList();
    Origins.Candidates candidates = origins.candidates(List.copyOf(linking.values()), replaced);
    linking.forEach(
        (index, line) -> {
          try {
            chunk.fresh.put(index, line.linkedTo(candidates.take(line)));
          } catch (Problem problem) {
            chunk.refuse(index, Taken.refused(problem, line.productId()));
          }
        });
  }

  private static SortedSet<String> customersOf(Iterable<NewLine> lines) {
    SortedSet<String> codes = new TreeSet<>();
    for (NewLine line : lines) {
      codes.add(line.customerCode());
      if (line.previous() != null) {
        codes.add(line.previous().customerCode());
      }
    }
    codes.remove("");
    return codes;
  }

  /** Sales that are linked with one of the lines now, or were with its version before. */
  private static Set<Long> salesThatMayBePaid(Iterable<NewLine> lines) {
    Set<Long> sales = new LinkedHashSet<>();
    for (NewLine line : lines) {
      if (line.origin() != null) {
        sales.add(line.origin().id());
      }
      if (line.previous() != null) {
        StoredLine old = line.previous();
        sales.add(
            old.key().kind() == Kind.SALE || old.originId() == null ? old.id() : old.originId());
      }
    }
    return sales;
  }

  private void announce(Set<SalesRecorded.Touched> touched, Iterable<NewLine> lines) {
    Set<Long> undone = new LinkedHashSet<>();
    for (NewLine line : lines) {
      if (line.origin() != null && line.line().key().undoes()) {
        undone.add(line.origin().id());
      }
    }
    if (!touched.isEmpty()) {
      recorded.fire(new SalesRecorded(new ArrayList<>(touched), undone));
    }
  }

  /** The newest version of a line, for those who want to know whether it is there. */
  Optional<UUID> find(LineKey key) {
    return Optional.ofNullable(store.find(List.of(key)).get(key)).map(StoredLine::uid);
  }
}
