package org.mitra.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.mitra.problem.Problem;
import org.xml.sax.Attributes;

/** What a workbook says about itself: its sheets, its calendar, which styles are dates. */
final class Workbook {
  /**
   * A sheet.
   *
   * @param relation id under which the workbook refers to it
   */
  record Sheet(String name, String relation, boolean hidden) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Boolean> dateStyles = new ArrayList<>();
  private boolean from1904;

  /** The workbook's main part. */
  SheetXml structure() {
    return new SheetXml() {
      @Override
      protected void open(String name, Attributes attributes) {
        if (name.equals("workbookPr")) {
          String flag = attributes.getValue("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (name.equals("sheet")) {
          String state = attributes.getValue("state");
          sheets.add(
              new Sheet(
                  attributes.getValue("name"),
                  relation(attributes),
                  state != null && !state.equals("visible")));
        }
      }

      @Override
      protected void close(String name) {}
    };
  }

  private static String relation(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getQName(i).endsWith(":id")) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  /** The part with the styles. */
  SheetXml styles() {
    Map<Integer, String> formats = new HashMap<>();
    return new SheetXml() {
      private boolean cellStyles;

      @Override
      protected void open(String name, Attributes attributes) {
        if (name.equals("numFmt")) {
          formats.put(number(attributes, "numFmtId"), attributes.getValue("formatCode"));
        } else if (name.equals("cellXfs")) {
          cellStyles = true;
        } else if (name.equals("xf") && cellStyles) {
          int id = number(attributes, "numFmtId");
          String own = formats.get(id);
          dateStyles.add(
              own == null ? DateUtil.isInternalDateFormat(id) : DateUtil.isADateFormat(id, own));
        }
      }

      @Override
      protected void close(String name) {
        if (name.equals("cellXfs")) {
          cellStyles = false;
        }
      }
    };
  }

  static int number(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    try {
      return value == null ? -1 : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  boolean isFrom1904() {
    return from1904;
  }

  boolean isDate(int style) {
    return style >= 0 && style < dateStyles.size() && dateStyles.get(style);
  }

  /**
   * The sheet that is meant: the one declared, else the only visible one.
   *
   * @throws Problem 422 when there is no such sheet, or more than one that may be meant
   */
  Sheet chosen(String declared) {
    List<Sheet> matching =
        sheets.stream()
            .filter(s -> declared.isEmpty() ? !s.hidden() : s.name().equalsIgnoreCase(declared))
            .toList();
    if (matching.size() != 1) {
      String code = matching.isEmpty() ? "file.sheet-missing" : "file.sheets-many";
      throw Problem.refused(code).with("sheet", declared).with("found", names(sheets));
    }
    return matching.get(0);
  }

  List<String> otherThan(Sheet chosen) {
    return sheets.stream().filter(sheet -> !sheet.equals(chosen)).map(Sheet::name).toList();
  }

  private static String names(List<Sheet> sheets) {
    return String.join(", ", sheets.stream().map(Sheet::name).limit(20).toList());
  }
}
