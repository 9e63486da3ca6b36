package org.mitra.mappings;

import java.util.List;
import java.util.function.Function;
import org.mitra.catalog.SaveProduct;
import org.mitra.exchange.SaveRate;
import org.mitra.figures.FigureKind;
import org.mitra.figures.ProposeFigure;
import org.mitra.partners.PartnerType;
import org.mitra.partners.SaveCertificate;
import org.mitra.partners.SavePartner;
import org.mitra.partners.SaveRepresentative;
import org.mitra.problem.Problem;
import org.mitra.tables.Dates;
import org.mitra.tables.Numbers;
import org.mitra.tables.Row;

/** Rows of everything but sales: partners and what belongs to them, products, rates, figures. */
public final class MasterRows<T> implements RowMapper<T> {
  private final Mapping mapping;
  private final Columns columns;
  private final Numbers numbers;
  private final Dates dates;
  private final Function<Values, T> reading;
  private final Function<T, String> identity;

  private MasterRows(
      Mapping mapping, Columns columns, Function<Values, T> reading, Function<T, String> identity) {
    this.mapping = mapping;
    this.columns = columns;
    this.numbers = new Numbers(mapping.format());
    this.dates = new Dates(mapping.format());
    this.reading = reading;
    this.identity = identity;
  }

  public static MasterRows<SavePartner> partners(Mapping mapping, Columns columns) {
    return new MasterRows<>(mapping, columns, MasterRows::partner, SavePartner::code);
  }

  public static MasterRows<SaveProduct> products(Mapping mapping, Columns columns) {
    return new MasterRows<>(mapping, columns, MasterRows::product, SaveProduct::code);
  }

  public static MasterRows<SaveRepresentative> representatives(Mapping mapping, Columns columns) {
    return new MasterRows<>(
        mapping,
        columns,
        MasterRows::representative,
        command -> command.partner() + '\n' + command.code());
  }

  public static MasterRows<SaveCertificate> certificates(Mapping mapping, Columns columns) {
    return new MasterRows<>(
        mapping,
        columns,
        MasterRows::certificate,
        command -> String.join("\n", command.partner(), command.code(), "" + command.earnedOn()));
  }

  public static MasterRows<SaveRate> rates(Mapping mapping, Columns columns) {
    return new MasterRows<>(
        mapping,
        columns,
        MasterRows::rate,
        command -> String.join("\n", command.from(), command.to(), "" + command.day()));
  }

  public static MasterRows<ProposeFigure> figures(Mapping mapping, Columns columns) {
    return new MasterRows<>(
        mapping,
        columns,
        MasterRows::figure,
        command ->
            String.join(
                "\n",
                command.program(),
                command.partner(),
                "" + command.periodStart(),
                command.kind().name()));
  }

  @Override
  public MappedRow<T> map(Row row) {
    Values values = new Values(mapping, columns, numbers, dates, row);
    String ignored = values.ignoredBecause();
    T command = null;
    if (ignored.isEmpty() && values.problems().isEmpty()) {
      command = command(values);
    }
    return new MappedRow<>(
        row,
        command,
        command == null ? "" : identity.apply(command),
        ignored,
        List.copyOf(values.problems()),
        MappedRow.RowMoney.NONE,
        values::problem);
  }

  private T command(Values values) {
    try {
      T command = reading.apply(values);
      return values.problems().isEmpty() ? command : null;
    } catch (Problem problem) {
      // A cell that cannot be read makes the command incomplete: the cell is what is told.
      if (values.problems().isEmpty()) {
        values.problems().add(values.problem(problem));
      }
      return null;
    }
  }

  private static SavePartner partner(Values values) {
    return new SavePartner(
        values.code("code"),
        values.text("name", 200),
        values.choice("type", PartnerType.class),
        values.code("currency"),
        values.text("email", 254),
        values.text("taxNumber", 32),
        values.day("joinedOn"),
        values.flag("active", true),
        values.code("parent"),
        values.text("level", 32),
        values.text("region", 64),
        values.code("territory"),
        values.day("standingFrom"));
  }

  private static SaveProduct product(Values values) {
    return new SaveProduct(
        values.code("code"),
        values.text("name", 200),
        values.code("group"),
        values.text("groupNameId", 200),
        values.text("groupNameEn", 200),
        values.code("unit"),
        values.flag("serialTracked", false),
        values.flag("active", true),
        values.day("launchedOn"),
        values.number("cost"),
        values.code("currency"),
        values.day("costFrom"));
  }

  private static SaveCertificate certificate(Values values) {
    return new SaveCertificate(
        values.code("partner"),
        values.code("code"),
        values.day("earnedOn"),
        values.day("expiresOn"));
  }

  private static SaveRate rate(Values values) {
    return new SaveRate(
        values.code("from"),
        values.code("to"),
        values.day("day"),
        values.number("rate"),
        values.text("source", 100));
  }

  private static ProposeFigure figure(Values values) {
    return new ProposeFigure(
        values.code("program"),
        values.code("partner"),
        values.day("periodStart"),
        values.choice("kind", FigureKind.class),
        values.number("amount"),
        values.text("reason", 500));
  }

  private static SaveRepresentative representative(Values values) {
    return new SaveRepresentative(
        values.code("partner"), values.code("code"), values.text("name", 200));
  }
}
