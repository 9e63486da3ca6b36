package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.access.Actor;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.RowMapper;
import org.mitra.mappings.SalesRow;
import org.mitra.mappings.SalesRows;
import org.mitra.mappings.SalesRules;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.sales.Delivery;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.Sales;
import org.mitra.sales.Taken;

/**
 * Takes sales lines in. What undoes a sale waits until all sales of the file are in, and is then
 * taken in the order of its dates: the result does not depend on the order of rows.
 */
@ApplicationScoped
class SalesReceiver implements Receiver<SalesRow> {
  @Inject private Sql sql;
  @Inject private Sales sales;
  @Inject private Partners partners;
  @Inject private Products products;
  @Inject private Apart apart;

  @Override
  public FeedKind kind() {
    return FeedKind.SALES;
  }

  @Override
  public RowMapper<SalesRow> mapper(Mapping mapping, Columns columns) {
    return new SalesRows(mapping, columns);
  }

  @Override
  public List<Received> receive(Arrival arrival, List<MappedRow<SalesRow>> rows, boolean late) {
    createWhatIsMissing(arrival.mapping().sales(), rows);
    List<ReportedLine> lines = rows.stream().map(row -> row.command().line()).toList();
    Received[] received = new Received[lines.size()];
    List<Integer> now = new ArrayList<>();
    List<Integer> undoing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (late || !mustWait(lines.get(i)) ? now : undoing).add(i);
    }
    Delivery delivery = new Delivery(arrival.importId(), arrival.by(), arrival.receivedAt(), null);
    List<Taken> taken = sales.take(delivery, now.stream().map(lines::get).toList());
    for (int i = 0; i < now.size(); i++) {
      received[now.get(i)] = Received.of(taken.get(i));
    }
    if (!undoing.isEmpty()) {
      List<Taken> judged =
          sales.judge(undoing.stream().map(lines::get).toList(), Set.of(), Set.of());
      for (int i = 0; i < undoing.size(); i++) {
        received[undoing.get(i)] = waiting(judged.get(i));
      }
    }
    return List.of(received);
  }

  private static boolean mustWait(ReportedLine line) {
    return line.key().undoes() || line.undoes().isGiven();
  }

  private static Received waiting(Taken judged) {
    boolean decided = judged.isRefused() || judged.outcome() == Taken.Outcome.UNCHANGED;
    return decided ? Received.of(judged) : Received.waiting();
  }

  @Override
  @Transactional
  public List<Received> judge(
      Mapping mapping, List<MappedRow<SalesRow>> rows, Newcomers newcomers) {
    List<ReportedLine> lines = rows.stream().map(row -> row.command().line()).toList();
    if (mapping.sales().newPartners().isPresent()) {
      newcomers.partners().addAll(unknown("partner", partnersOf(rows).keySet()));
    }
    if (mapping.sales().newProducts().isPresent()) {
      newcomers.products().addAll(unknown("product", productsOf(rows).keySet()));
    }
    List<Taken> judged = sales.judge(lines, newcomers.partners(), newcomers.products());
    List<Received> received = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      received.add(mustWait(lines.get(i)) ? waiting(judged.get(i)) : Received.of(judged.get(i)));
    }
    return received;
  }

  private void createWhatIsMissing(SalesRules rules, List<MappedRow<SalesRow>> rows) {
    Optional<SalesRules.NewPartners> newPartners = rules.newPartners();
    if (newPartners.isPresent()) {
      Map<String, SalesRow> named = partnersOf(rows);
      List<SavePartner> commands =
          unknown("partner", named.keySet()).stream()
              .map(code -> named.get(code).newPartner(code, newPartners.get()))
              .toList();
      if (!commands.isEmpty()) {
        apart.done(() -> partners.saveAll(Actor.system(), commands));
      }
    }
    Optional<String> unit = rules.newProducts();
    if (unit.isPresent()) {
      Map<String, SalesRow> named = productsOf(rows);
      List<SaveProduct> commands =
          unknown("product", named.keySet()).stream()
              .map(code -> named.get(code).newProduct(unit.get()))
              .toList();
      if (!commands.isEmpty()) {
        apart.done(() -> products.saveAll(Actor.system(), commands));
      }
    }
  }

  /** The first row that names each partner: it tells his name. */
  private static Map<String, SalesRow> partnersOf(List<MappedRow<SalesRow>> rows) {
    Map<String, SalesRow> named = new LinkedHashMap<>();
    for (MappedRow<SalesRow> row : rows) {
      named.putIfAbsent(row.command().line().parties().seller(), row.command());
      named.putIfAbsent(row.command().line().parties().buyer(), row.command());
    }
    named.remove("");
    return named;
  }

  private static Map<String, SalesRow> productsOf(List<MappedRow<SalesRow>> rows) {
    Map<String, SalesRow> named = new LinkedHashMap<>();
    for (MappedRow<SalesRow> row : rows) {
      SalesRow first = named.putIfAbsent(row.command().line().product(), row.command());
      if (first != null && first.productName().isEmpty()) {
        named.put(row.command().line().product(), row.command());
      }
    }
    return named;
  }

  private Set<String> unknown(String table, Set<String> codes) {
    Set<String> unknown = new TreeSet<>(codes);
    if (!codes.isEmpty()) {
      sql.each(
          row -> unknown.remove(row.text("code")),
          "SELECT code FROM " + table + " WHERE code IN " + Sql.list(codes.size()),
          codes.toArray());
    }
    return unknown;
  }

  @Override
  public Map<String, BigDecimal> numbers(SalesRow command) {
    LineAmounts amounts = command.line().amounts();
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    numbers.put("quantity", amounts.quantity());
    numbers.put("gross", amounts.gross());
    numbers.put("discount", amounts.discount());
    numbers.put("net", amounts.net());
    numbers.put("tax", amounts.tax());
    if (amounts.unitPrice() != null) {
      numbers.put("unitPrice", amounts.unitPrice());
    }
    if (amounts.unitCost() != null) {
      numbers.put("unitCost", amounts.unitCost());
    }
    return numbers;
  }

  @Override
  public String currency(SalesRow command) {
    return command.line().amounts().currency();
  }

  @Override
  public SalesRow numbered(SalesRow command, int occurrence) {
    return command.numbered(occurrence);
  }

  @Override
  public Sha256 content(SalesRow command) {
    return command.line().contentHash();
  }
}
