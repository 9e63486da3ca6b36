package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;
import org.mitra.tables.TableFormat;
import org.mitra.tables.TableWriter;
import org.mitra.tables.Tables;
import org.mitra.text.Texts;

/**
 * What programs cost and what they bring. Costs are as of now; sales are as they were last added
 * up, a few seconds to minutes ago.
 */
@ApplicationScoped
public class ProgramReturns {
  @Inject private SalesStore sales;
  @Inject private ProgramCosts costs;
  @Inject private ProgramHeads heads;
  @Inject private CostItems costItems;
  @Inject private BusinessClock clock;

  static void requireReader(Actor actor) {
    actor.require(Role.EXECUTIVE, Role.CHANNEL_MANAGER, Role.FINANCE, Role.AUDITOR);
  }

  /**
   * All programs.
   *
   * @throws Problem 403 without the role
   */
  @Transactional
  public ReturnsOverview overview(Actor actor, Basis basis) {
    requireReader(actor);
    Known known = known(basis, "");
    Map<String, List<ReturnSummary>> rows = new TreeMap<>();
    Map<String, ProgramCost> total = new TreeMap<>();
    for (ProgramHead head : heads.all()) {
      for (Currency currency : known.currencies(head)) {
        rows.computeIfAbsent(currency.code(), c -> new ArrayList<>())
            .add(known.summary(head, currency));
        total.merge(currency.code(), known.cost(head.code(), currency), ProgramCost::plus);
      }
    }
    List<ReturnsOverview.Section> sections = new ArrayList<>();
    rows.forEach(
        (code, programs) -> {
          Currency currency = Currency.of(code);
          sections.add(
              new ReturnsOverview.Section(
                  code,
                  known.figures(SalesPass.ALL, currency, total.get(code)),
                  known.doubts(SalesPass.ALL, currency),
                  programs));
        });
    return new ReturnsOverview(basis, known.asOf(), sections);
  }

  /**
   * One program with its reasons.
   *
   * @throws Problem 403 without the role, 404 for an unknown or unpublished program
   */
  @Transactional
  public ReturnDetail program(Actor actor, UUID program, Basis basis) {
    requireReader(actor);
    ProgramHead head = heads.find(program).orElseThrow(Problem::notFound);
    Known known = known(basis, head.code());
    Map<Currency, List<Step>> steps = sales.steps(head.code());
    List<CostItem> items = costItems.of(actor, program);
    List<ReturnDetail.Section> sections =
        known.currencies(head).stream()
            .map(
                currency ->
                    section(known, head, currency, items, steps.getOrDefault(currency, List.of())))
            .toList();
    return new ReturnDetail(head, basis, known.asOf(), sections, items);
  }

  private Known known(Basis basis, String program) {
    return new Known(
        basis,
        sales.state(),
        sales.spans(program.isEmpty() ? Optional.empty() : Optional.of(program)),
        costs.of(program),
        clock.zone());
  }

  private static ReturnDetail.Section section(
      Known known, ProgramHead head, Currency currency, List<CostItem> items, List<Step> steps) {
    Optional<SpanSales> before = known.before(head.code(), currency);
    Optional<SpanSales> during = known.during(head.code(), currency);
    List<CostItem> counted =
        items.stream()
            .filter(item -> item.counts() && item.currency().equals(currency.code()))
            .toList();
    ProgramCost cost = known.cost(head.code(), currency);
    Optional<ReturnTree> tree =
        before.flatMap(b -> during.map(d -> new ReturnTree(currency, cost, counted, b, d)));
    List<Effect> effects = new ArrayList<>();
    before.ifPresent(span -> effects.add(Effect.before(span, currency)));
    during.ifPresent(span -> effects.add(Effect.during(span, before, currency)));
    known
        .span(head.code(), currency, Span.AFTER)
        .ifPresent(span -> effects.add(Effect.after(span, currency)));
    return new ReturnDetail.Section(
        known.summary(head, currency),
        before.orElse(null),
        during.orElse(null),
        ReturnTree.cost(currency, cost, counted),
        tree.map(ReturnTree::incremental).orElse(null),
        tree.map(ReturnTree::gross).orElse(null),
        tree.map(ReturnTree::net).orElse(null),
        effects,
        steps);
  }

  /**
   * All programs as a table.
   *
   * @throws Problem 403 without the role
   */
  @Transactional
  public byte[] table(Actor actor, Basis basis, TableFormat.Type type, Texts texts) {
    ReturnsOverview overview = overview(actor, basis);
    return written(type, table -> new ReturnTables(texts, table).write(overview));
  }

  /**
   * The weeks or months of one program as a table.
   *
   * @throws Problem 403 without the role, 404 for an unknown or unpublished program
   */
  @Transactional
  public byte[] table(Actor actor, UUID program, Basis basis, TableFormat.Type type, Texts texts) {
    ReturnDetail detail = program(actor, program, basis);
    return written(type, table -> new ReturnTables(texts, table).write(detail));
  }

  private byte[] written(TableFormat.Type type, Consumer<TableWriter> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter table = Tables.write(type, bytes, clock.zone())) {
      rows.accept(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** When sales were last added up; empty before the first time. */
  @Transactional
  public Optional<Instant> salesAsOf() {
    return sales.state().map(SalesStore.State::computedAt);
  }
}
