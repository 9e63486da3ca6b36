package org.mitra.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.feeds.Preview;
import org.mitra.figures.FigureKind;
import org.mitra.mappings.ReadValue;
import org.mitra.partners.PartnerType;
import org.mitra.tables.TableFormat;
import org.mitra.text.Texts;
import org.mitra.web.TextsBean;

/** What the pages of mappings and imports say about rows and fields. */
@Named
@RequestScoped
public class MappingWords {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("id"));

  private static final String APOSTROPHE = "'";

  @Inject private TextsBean texts;

  /** What a field of a sample says, as this person writes numbers and days. */
  public String shown(ReadValue read) {
    if (read.value() == null) {
      return read.cell();
    }
    if (read.value().isEmpty()) {
      return "";
    }
    return switch (read.type()) {
      case NUMBER -> texts.number(new BigDecimal(read.value()));
      case DAY -> texts.day(LocalDate.parse(read.value()));
      case TIME -> texts.moment(Instant.parse(read.value()));
      case CHOICE -> constant(read.field(), read.value());
      case CODE, TEXT, FLAG, LIST -> read.value();
    };
  }

  /**
   * The constants that a field can be; none for a field that is no choice.
   *
   * @param kind of the feed: agreed figures have kinds of their own
   */
  public Object[] choices(Object kind, String field) {
    return switch (field) {
      case "flow" -> Flow.values();
      case "kind" -> kind.toString().equals("SALES") ? Kind.values() : FigureKind.values();
      case "type" -> PartnerType.values();
      default -> new Object[0];
    };
  }

  private String constant(String field, String value) {
    for (String kind : List.of("SALES", "AGREED_FIGURES")) {
      for (Object constant : choices(kind, field)) {
        if (constant.toString().equals(value)) {
          return choice(constant);
        }
      }
    }
    return value;
  }

  /** A constant as people call it. */
  public String choice(Object constant) {
    String prefix =
        constant instanceof Flow
            ? "flow"
            : constant instanceof Kind
                ? "sale-kind"
                : constant instanceof FigureKind ? "figure-kind" : "partner-type";
    return texts.term(prefix, constant);
  }

  /** A sign with its name: a lone comma is hard to see. */
  public String sign(String sign) {
    String key =
        switch (sign) {
          case "," -> "mapping.sign.comma";
          case "." -> "mapping.sign.point";
          case ";" -> "mapping.sign.semicolon";
          case "|" -> "mapping.sign.bar";
          case "tab" -> "mapping.sign.tab";
          case " " -> "mapping.sign.blank";
          case APOSTROPHE -> "mapping.sign.apostrophe";
          default -> "";
        };
    return key.isEmpty() ? sign : texts.get(key);
  }

  /** In a page it would end the expression. */
  public String getApostrophe() {
    return APOSTROPHE;
  }

  public List<String> getCharsets() {
    return TableFormat.CHARSETS.stream().sorted().toList();
  }

  /** What is wrong with a row of a sample. */
  public String reasons(Preview.Sample row) {
    return String.join(", ", row.reasons().stream().distinct().map(texts::reason).toList());
  }

  /** Whether a column has the name of a field, or what people call it in one of the languages. */
  boolean isCalled(String field, String column) {
    String letters = letters(column);
    return letters.equals(letters(field))
        || LANGUAGES.stream()
            .map(language -> Texts.in(language).get("feed-field." + field))
            .anyMatch(label -> letters(label).equals(letters));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
