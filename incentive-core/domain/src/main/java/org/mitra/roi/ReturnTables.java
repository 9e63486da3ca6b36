package org.mitra.roi;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.mitra.tables.TableWriter;
import org.mitra.text.Texts;

/** Returns as tables for a spreadsheet: numbers stay numbers, days stay days, text is text. */
final class ReturnTables {
  private static final String[] OVERVIEW = {
    "program",
    "name",
    "from",
    "last-day",
    "phase",
    "currency",
    "sales-before",
    "sales-during",
    "incremental",
    "goods-before",
    "goods-during",
    "incremental-goods",
    "gross",
    "incentives",
    "administration",
    "training",
    "marketing",
    "total-cost",
    "net",
    "percent",
    "budget",
    "budget-percent",
    "uncosted-lines",
    "uncosted-net",
    "known-from"
  };
  private static final String[] STEPS = {
    "program", "currency", "span", "step-from", "step-last-day", "net-sales", "units"
  };

  private final Texts texts;
  private final TableWriter table;

  ReturnTables(Texts texts, TableWriter table) {
    this.texts = texts;
    this.table = table;
  }

  /** One row for each program and currency, and one for all programs together. */
  void write(ReturnsOverview overview) {
    header(OVERVIEW);
    for (ReturnsOverview.Section section : overview.sections()) {
      for (ReturnSummary summary : section.programs()) {
        ProgramHead program = summary.program();
        row(
            new Object[] {
              program.code(),
              program.name(language()),
              program.from(),
              program.lastDay(),
              texts.get("program-phase." + program.phase())
            },
            summary.figures(),
            new Object[] {
              summary.budgetPercent() == null ? null : program.budget(), summary.budgetPercent()
            },
            summary.doubts());
      }
      row(
          new Object[] {texts.get("roi.column.all"), null, null, null, null},
          section.total(),
          new Object[] {null, null},
          section.doubts());
    }
  }

  private void row(Object[] program, ReturnFigures figures, Object[] budget, Doubts doubts) {
    Object[] amounts = {
      figures.currency(),
      figures.salesBefore(),
      figures.salesDuring(),
      figures.incrementalSales(),
      figures.goodsBefore(),
      figures.goodsDuring(),
      figures.incrementalGoods(),
      figures.grossProfit(),
      figures.incentives(),
      figures.administration(),
      figures.training(),
      figures.marketing(),
      figures.totalCost(),
      figures.netProfit(),
      figures.percent()
    };
    LocalDate known = doubts.knownFrom();
    Object[] doubted = {doubts.linesWithoutCost(), doubts.netWithoutCost(), known};
    table.row(Stream.of(program, amounts, budget, doubted).flatMap(Stream::of).toArray());
  }

  /** The weeks or months of one program. */
  void write(ReturnDetail detail) {
    header(STEPS);
    for (ReturnDetail.Section section : detail.currencies()) {
      for (Step step : section.steps()) {
        table.row(
            detail.program().code(),
            section.summary().figures().currency(),
            texts.get("roi-span." + step.span()),
            step.from(),
            step.lastDay(),
            step.net(),
            step.units());
      }
    }
  }

  private void header(String[] columns) {
    table.row(
        Stream.of(columns).map(column -> (Object) texts.get("roi.column." + column)).toArray());
  }

  private String language() {
    return Texts.isIndonesian(texts.locale()) ? "id" : Locale.ENGLISH.getLanguage();
  }
}
