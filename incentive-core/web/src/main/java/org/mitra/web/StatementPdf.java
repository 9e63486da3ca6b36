package org.mitra.web;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.librepdf.openpdf.fonts.Liberation;
import org.mitra.engine.Explanation;
import org.mitra.money.Money;
import org.mitra.statements.StatementContent;
import org.mitra.statements.StatementDetail;
import org.mitra.text.Formats;
import org.mitra.text.Texts;

/**
 * A statement on paper: what the page says, in the language of the reader. Only what was issued is
 * printed, so that it reads the same whenever it is asked for. The fonts are embedded.
 */
final class StatementPdf {
  /** Steps of a reason down to the rule's slices; the sales lines below stand on the page. */
  private static final int DEPTH = 2;

  private static final Color SOFT = new Color(90, 98, 110);
  private static final Color LINE = new Color(214, 219, 226);
  private static final BaseFont REGULAR = font(Liberation.SANS);
  private static final BaseFont BOLD = font(Liberation.SANS_BOLD);

  private final StatementDetail statement;
  private final StatementContent content;
  private final Texts texts;
  private final Formats formats;
  private final ZoneId zone;
  private final Document document = new Document(PageSize.A4, 48, 48, 48, 56);

  private StatementPdf(StatementDetail statement, Texts texts, ZoneId zone) {
    this.statement = statement;
    this.content = statement.content();
    this.texts = texts;
    this.formats = new Formats(texts.locale(), zone);
    this.zone = zone;
  }

  private static BaseFont font(Liberation font) {
    try {
      return font.create().getBaseFont();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(StatementDetail statement, Texts texts, ZoneId zone) {
    return new StatementPdf(statement, texts, zone).write();
  }

  private byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new Footer());
    document.addTitle(title());
    document.open();
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.locale().getLanguage()));
    if (!content.payer().isBlank()) {
      document.add(new Paragraph(content.payer(), regular(10, SOFT)));
    }
    document.add(new Paragraph(title(), new Font(BOLD, 18)));
    document.add(facts());
    document.add(lines());
    document.add(sums());
    document.add(heading("statement.why"));
    for (StatementContent.Line line : content.lines()) {
      why(line);
    }
    document.close();
    return out.toByteArray();
  }

  private String title() {
    return texts.get("statement.title") + " " + content.number();
  }

  private PdfPTable facts() {
    PdfPTable table = table(1, 2);
    fact(table, "statement.payee", content.payee().name() + " (" + content.payee().code() + ")");
    fact(table, "statement.tax-number", content.payee().taxNumber());
    fact(table, "statement.issued", formats.time(content.issuedAt()));
    fact(table, "statement.settlement", content.settlement());
    fact(table, "statement.until", formats.day(content.lastDay()));
    content
        .account()
        .ifPresent(
            account ->
                fact(
                    table,
                    "statement.account",
                    account.bank() + " " + account.maskedNumber() + ", " + account.holder()));
    return table;
  }

  private void fact(PdfPTable table, String key, String value) {
    if (!value.isBlank()) {
      table.addCell(cell(texts.get(key), regular(9, SOFT), Element.ALIGN_LEFT));
      table.addCell(cell(value, regular(10, Color.BLACK), Element.ALIGN_LEFT));
    }
  }

  private PdfPTable lines() {
    PdfPTable table = table(4, 2, 2, 2);
    for (String key :
        List.of("statement.for", "statement.entitled", "statement.before", "statement.amount")) {
      Font bold = new Font(BOLD, 9);
      int side = key.equals("statement.for") ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
      table.addCell(cell(texts.get(key), bold, side));
    }
    for (StatementContent.Line line : content.lines()) {
      String what =
          line.programIn(texts.locale().getLanguage())
              + "\n"
              + texts.get("payable-kind." + line.kind())
              + ", "
              + formats.period(line.earned());
      table.addCell(cell(what, regular(9, Color.BLACK), Element.ALIGN_LEFT));
      amount(table, line.entitled());
      amount(table, line.settledBefore());
      amount(table, line.amount());
    }
    return table;
  }

  private PdfPTable sums() {
    PdfPTable table = table(8, 2);
    sum(table, texts.get("statement.gross"), content.gross(), false);
    if (!content.tax().amount().isZero()) {
      String label =
          texts.sentence(
              "statement.tax",
              Map.of("form", content.tax().form(), "rate", content.tax().rate()),
              zone);
      sum(table, label, content.tax().amount().negated(), false);
    }
    for (StatementContent.Recovery recovery : content.recoveries()) {
      String label =
          texts.sentence("statement.recovered", Map.of("origin", recovery.origin()), zone);
      sum(table, label, recovery.taken().negated(), false);
    }
    if (!content.carried().isZero()) {
      sum(table, texts.get("statement.carried"), content.carried(), false);
    }
    sum(table, texts.get("statement.net"), content.net(), true);
    if (!content.owed().isZero()) {
      sum(table, texts.get("statement.owed"), content.owed(), false);
    }
    return table;
  }

  private void sum(PdfPTable table, String label, Money amount, boolean strong) {
    Font font = strong ? new Font(BOLD, 11) : regular(9, Color.BLACK);
    table.addCell(cell(label, font, Element.ALIGN_RIGHT));
    table.addCell(cell(formats.money(amount), font, Element.ALIGN_RIGHT));
  }

  private void amount(PdfPTable table, Money amount) {
    table.addCell(cell(formats.money(amount), regular(9, Color.BLACK), Element.ALIGN_RIGHT));
  }

  private void why(StatementContent.Line line) {
    Paragraph name =
        new Paragraph(
            line.programIn(texts.locale().getLanguage()) + ", " + formats.period(line.earned()),
            new Font(BOLD, 10));
    name.setSpacingBefore(8);
    document.add(name);
    Map<String, String> facts = new HashMap<>(line.facts());
    document.add(
        new Paragraph(texts.sentence("ledger-memo." + line.memo(), facts, zone), regular(9, SOFT)));
    PdfPTable table = table(8, 2);
    line.explanation().ifPresent(step -> step(table, step, "", 0));
    if (table.size() > 0) {
      document.add(table);
    }
  }

  private void step(PdfPTable table, Explanation step, String pays, int depth) {
    Map<String, String> facts = ExplanationFacts.of(step, pays);
    PdfPCell what =
        cell(
            texts.sentence("explain." + step.code(), facts, zone),
            regular(9, Color.BLACK),
            Element.ALIGN_LEFT);
    what.setPaddingLeft(4f + depth * 14f);
    table.addCell(what);
    amount(table, step.amount());
    if (depth < DEPTH) {
      step.parts().forEach(part -> step(table, part, ExplanationFacts.pays(step), depth + 1));
    }
  }

  private Paragraph heading(String key) {
    Paragraph heading = new Paragraph(texts.get(key), new Font(BOLD, 13));
    heading.setSpacingBefore(18);
    return heading;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(10);
    table.setSplitLate(false);
    return table;
  }

  private static PdfPCell cell(String text, Font font, int side) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setHorizontalAlignment(side);
    cell.setBorder(PdfPCell.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setPadding(4);
    return cell;
  }

  private static Font regular(float size, Color color) {
    return new Font(REGULAR, size, Font.NORMAL, color);
  }

  /** What every page ends with: which statement, which page, and the hash of what was issued. */
  private final class Footer extends PdfPageEventHelper {
    @Override
    public void onEndPage(PdfWriter writer, Document page) {
      Phrase text = new Phrase();
      text.add(
          new Chunk(
              title() + " · " + writer.getPageNumber() + " · SHA-256 " + statement.summary().hash(),
              regular(7, SOFT)));
      ColumnText.showTextAligned(
          writer.getDirectContent(), Element.ALIGN_LEFT, text, page.left(), 32, 0);
    }
  }
}
