package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mitra.feeds.FeedWorld.MAYA;
import static org.mitra.feeds.FeedWorld.csv;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.ListQuery;
import org.mitra.problem.Problem;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.SaleSummary;
import org.mitra.sales.Sales;
import org.mitra.tables.TableFormat;
import org.mitra.tables.TableWriter;
import org.mitra.tables.Tables;

/** Files on their way in: what a preview tells, what a commit does, and that nothing disappears. */
@ExtendWith(ArquillianExtension.class)
class ImportsIT {
  @Inject private FeedWorld world;
  @Inject private Imports imports;
  @Inject private Quarantine quarantine;
  @Inject private ControlTotals totals;
  @Inject private Sales sales;

  @Test
  void aFileIsLookedAtThenTakenInAndTheSameFileAgainChangesNothing() throws Exception {
    world.set("WHOLE");
    byte[] file =
        csv(
            "A-1;1;;05/01/2026;WHOLE;WHOLE;10;1.500.000;",
            "A-1;2;;05/01/2026;WHOLE;WHOLE;2;250.000;",
            "A-2;1;;31/01/2026;WHOLE;WHOLE;1;1.000;");
    ImportDetail looked = world.previewed("WHOLE", file);
    assertThat(looked.summary().state()).isEqualTo(ImportState.PREVIEWED);
    assertThat(looked.preview().rows()).isEqualTo(3);
    assertThat(looked.preview().outcomes()).isEqualTo(Map.of("NEW", 3L));
    assertThat(looked.preview().firstDay()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(looked.preview().lastDay()).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(figure(looked, "net")).isEqualByComparingTo("15501000");
    assertThat(figure(looked, "quantity")).isEqualByComparingTo("13");
    assertThat(world.lines("WHOLE")).as("nothing is stored before the commit").isEmpty();

    ImportDetail done = world.commit(looked.summary().uid());
    assertThat(done.summary().state()).isEqualTo(ImportState.COMMITTED);
    assertThat(world.net("WHOLE")).isEqualByComparingTo("15501000");
    assertThat(done.totals()).singleElement().matches(ControlTotal::isBalanced);
    assertThat(done.totals().get(0).stored().lines()).isEqualTo(3);

    ImportDetail again = world.committed("WHOLE", file);
    assertThat(again.sameFile()).hasSize(1);
    assertThat(again.totals().get(0).unchanged().lines()).isEqualTo(3);
    assertThat(again.totals().get(0).stored().lines()).isZero();
    assertThat(world.versions("WHOLE")).isEqualTo(3);
  }

  private static BigDecimal figure(ImportDetail detail, String field) {
    return detail.preview().figures().stream()
        .filter(figures -> figures.field().equals(field))
        .findFirst()
        .orElseThrow()
        .sum();
  }

  @Test
  void whatCannotBeBelievedWaitsWithItsReasonUntilItIsRepaired() throws Exception {
    world.set("MENDED");
    ImportDetail done =
        world.committed(
            "MENDED",
            csv(
                "B-1;1;;05/02/2026;MENDED;MENDED;10;1000;",
                "B-2;1;;31/02/2026;MENDED;MENDED;1;12abc;",
                "B-3;1;;06/02/2026;NOBODY;MENDED;3;2.000;",
                "B-4;1;;06/02/2026;MENDED;MENDED;1;1000,25;"));
    List<QuarantineDetail> rows = world.quarantined(done.summary().uid());
    assertThat(rows).hasSize(3);
    QuarantineDetail unreadable = rows.get(0);
    assertThat(unreadable.summary().number()).as("row of the file").isEqualTo(3);
    assertThat(unreadable.problems())
        .extracting(RowProblem::column, RowProblem::value, RowProblem::code)
        .containsExactlyInAnyOrder(
            tuple("Price", "12abc", "number.unreadable"),
            tuple("Date", "31/02/2026", "date.unreadable"));
    assertThat(rows.get(1).problems())
        .extracting(RowProblem::column, RowProblem::value, RowProblem::code)
        .containsExactly(tuple("Buyer", "NOBODY", "sale.partner-unknown"));
    assertThat(rows.get(2).problems().get(0).code()).isEqualTo("sale.decimals");
    assertThat(done.totals()).allMatch(ControlTotal::isBalanced);

    QuarantineDetail still = repaired(unreadable, Map.of("Date", "28/02/2026"));
    assertThat(still.summary().state()).isEqualTo(QuarantineState.QUARANTINED);
    assertThat(still.problems()).extracting(RowProblem::column).containsExactly("Price");
    QuarantineDetail released = repaired(still, Map.of("Price", "500"));
    assertThat(released.summary().state()).isEqualTo(QuarantineState.RELEASED);
    assertThat(sales.get(MAYA.scope(), released.resultUid()).line().net())
        .isEqualByComparingTo("500");
    assertThatThrownBy(() -> repaired(still, Map.of("Price", "600")))
        .as("decided already")
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("stale"));

    world.partner("NOBODY", org.mitra.partners.PartnerType.DISTRIBUTOR, "");
    QuarantineDetail linked =
        quarantine.release(MAYA, rows.get(1).summary().uid(), null, rows.get(1).version());
    assertThat(linked.outcome()).isEqualTo(Outcome.NEW);
    QuarantineDetail aside =
        quarantine.dismiss(MAYA, rows.get(2).summary().uid(), "a test", rows.get(2).version());
    assertThat(aside.summary().state()).isEqualTo(QuarantineState.DISMISSED);

    assertThat(world.net("MENDED")).isEqualByComparingTo("16500");
    ImportDetail end = imports.get(MAYA, done.summary().uid());
    assertThat(end.totals()).allMatch(ControlTotal::isBalanced);
    assertThat(end.totals().stream().mapToLong(total -> total.quarantined().lines()).sum())
        .isZero();
  }

  private QuarantineDetail repaired(QuarantineDetail row, Map<String, String> changes) {
    Map<String, String> cells = new java.util.LinkedHashMap<>(row.cells());
    cells.putAll(changes);
    return quarantine.release(MAYA, row.summary().uid(), cells, row.version());
  }

  @Test
  void rejectsComeWithRowColumnValueAndReason() throws Exception {
    world.set("REJECTS");
    ImportDetail done = world.committed("REJECTS", csv("C-1;1;;05/02/2026;REJECTS;WHAT;10;1000;"));
    List<Quarantine.Reject> rejects = new ArrayList<>();
    quarantine.rejects(MAYA, Map.of("import", done.summary().uid().toString()), rejects::add);
    assertThat(rejects)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.number()).isEqualTo(2);
              assertThat(reject.problems().get(0).column()).isEqualTo("Item");
              assertThat(reject.problems().get(0).value()).isEqualTo("WHAT");
              assertThat(reject.problems().get(0).code()).isEqualTo("sale.product-unknown");
            });
  }

  @Test
  void theSameLineWithOtherContentSupersedesAndAReturnUndoesItsSale() throws Exception {
    world.set("TURNED");
    world.committed("TURNED", csv("D-1;1;;05/03/2026;TURNED;TURNED;10;1000;"));
    ImportDetail corrected =
        world.committed(
            "TURNED",
            csv(
                "D-9;1;R;20/03/2026;TURNED;TURNED;-4;1100;D-1",
                "D-1;1;;05/03/2026;TURNED;TURNED;10;1100;"));
    assertThat(corrected.summary().quarantined()).isZero();
    assertThat(world.lines("TURNED")).hasSize(2);
    assertThat(world.versions("TURNED")).isEqualTo(3);
    assertThat(world.net("TURNED")).isEqualByComparingTo("6600");
    SaleSummary sale =
        world.lines("TURNED").stream()
            .filter(line -> line.document().equals("D-1"))
            .findFirst()
            .orElseThrow();
    SaleDetail detail = sales.get(MAYA.scope(), sale.uid());
    assertThat(detail.revisions()).hasSize(2);
    assertThat(detail.undoneBy()).singleElement().matches(r -> r.document().equals("D-9"));
    assertThat(detail.quantityLeft()).isEqualByComparingTo("6");

    ImportDetail tooMuch =
        world.committed("TURNED", csv("D-10;1;R;21/03/2026;TURNED;TURNED;-7;1100;D-1"));
    assertThat(world.quarantined(tooMuch.summary().uid()))
        .singleElement()
        .matches(row -> row.summary().problem().code().equals("sale.return-too-large"));
  }

  @Test
  void theSameContentAsASpreadsheetIsNothingNew() throws Exception {
    world.set("SHEET");
    world.committed(
        "SHEET",
        csv(
            "E-1;1;;05/01/2026;SHEET;SHEET;10;1.500.000;",
            "E-1;2;;06/01/2026;SHEET;SHEET;2;250.000;"));
    world.mapping("SHEET as XLSX", FeedWorld.mapping("SHEET", "XLSX", ""));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (TableWriter table = Tables.write(TableFormat.Type.XLSX, file, ZoneId.of("Asia/Jakarta"))) {
      table.row("Invoice", "Line", "Kind", "Date", "Buyer", "Item", "Qty", "Price", "Of");
      table.row(sheetRow("E-1", "2", LocalDate.of(2026, 1, 6), 2, 250_000));
      table.row(sheetRow("E-1", "1", LocalDate.of(2026, 1, 5), 10, 1_500_000));
    }
    ImportDetail done = world.committed("SHEET as XLSX", file.toByteArray());
    assertThat(done.totals()).hasSize(1);
    assertThat(done.totals().get(0).unchanged().lines()).isEqualTo(2);
    assertThat(world.versions("SHEET")).isEqualTo(2);
  }

  private static Object[] sheetRow(
      String invoice, String line, LocalDate day, int quantity, int price) {
    return new Object[] {
      invoice,
      line,
      "",
      day,
      "SHEET",
      "SHEET",
      BigDecimal.valueOf(quantity),
      BigDecimal.valueOf(price),
      ""
    };
  }

  @Test
  void onlyManagersAndAdministratorsBringFactsIn() {
    Actor finance = new Actor("f", "F", EnumSet.of(Role.FINANCE), Optional.empty());
    Actor executive = new Actor("e", "E", EnumSet.of(Role.EXECUTIVE), Optional.empty());
    assertThatThrownBy(
            () ->
                imports.upload(
                    finance, "x", "x.csv", new java.io.ByteArrayInputStream(new byte[] {1})))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind().status()).isEqualTo(403));
    assertThatThrownBy(() -> imports.list(executive, ListQuery.firstRows(1)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind().status()).isEqualTo(403));
  }

  @Test
  void theTotalsOfAMonthShowWhereEveryLineWent() throws Exception {
    world.set("TOTAL");
    world.committed(
        "TOTAL",
        csv(
            "F-1;1;;05/08/2025;TOTAL;TOTAL;10;1000;",
            "F-2;1;;05/08/2025;NOBODY-2;TOTAL;1;70;",
            "F-3;1;;05/08/2025;TOTAL;TOTAL;1;5;"));
    ControlTotal total =
        totals.ofMonth(MAYA, YearMonth.of(2025, 8)).stream()
            .filter(feed -> feed.feed().equals("TOTAL"))
            .findFirst()
            .orElseThrow()
            .total();
    assertThat(total.received().lines()).isEqualTo(3);
    assertThat(total.received().amount()).isEqualByComparingTo("10075");
    assertThat(total.stored().amount()).isEqualByComparingTo("10005");
    assertThat(total.quarantined().amount()).isEqualByComparingTo("70");
    assertThat(total.isBalanced()).isTrue();
  }
}
