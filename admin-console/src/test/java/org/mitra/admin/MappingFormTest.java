package org.mitra.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitra.mappings.FeedField;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappingJson;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

class MappingFormTest {
  private static final String EVERYTHING =
      """
      {"kind": "SALES",
       "format": {"type": "CSV", "charset": "windows-1252", "separator": "^", "quote": "'",
         "decimal": ",", "grouping": " ", "dates": "d MMMM yyyy", "language": "id",
         "zone": "Asia/Jakarta", "headerRow": 3},
       "fields": [
         {"field": "source", "default": "ERP"},
         {"field": "document", "column": "Faktur", "stripSuffix": ".0"},
         {"field": "kind", "column": "Jenis", "default": "SALE", "values": {"R": "RETURN", "A=B": "SALE"}},
         {"field": "flow", "default": "SELL_IN"},
         {"field": "buyer", "column": "Pembeli"},
         {"field": "product", "column": "Barang"},
         {"field": "quantity", "column": "Jumlah"},
         {"field": "unitPrice", "column": "Harga"},
         {"field": "currency", "default": "IDR"},
         {"field": "soldAt", "column": "Tanggal"}],
       "ignore": [{"field": "product", "values": ["POST", "BANK FEES"], "reason": "No products"}],
       "sales": {"kindByPrefix": {"C": "RETURN"}, "kindWhenNegative": "CANCELLATION",
         "positiveReturns": true, "lineFromContent": true,
         "newPartners": {"type": "DEALER", "currency": "IDR", "joinedOn": "2020-01-01"},
         "newProducts": {"unit": "PCS"}}}
      """;

  private static JsonObject written(String text) {
    return MappingForm.of(MappingJson.object(text)).json();
  }

  @Test
  void whatTheFormShowsIsWhatItWrites() {
    MappingJson.read(EVERYTHING);
    assertThat(written(EVERYTHING)).isEqualTo(MappingJson.object(EVERYTHING));
  }

  @Test
  void aMappingThatLeavesDefaultsOutMeansTheSame() throws IOException {
    String text = Files.readString(Path.of("../docs/mappings/online-retail.json"));
    assertThat(MappingJson.read(written(text).toString())).isEqualTo(MappingJson.read(text));
    // And is not changed by being shown again.
    assertThat(written(written(text).toString())).isEqualTo(written(text));
  }

  @ParameterizedTest
  @EnumSource(FeedKind.class)
  void aNewFormNeedsItsColumnsOnly(FeedKind kind) {
    MappingForm form = MappingForm.fresh(kind, "Asia/Jakarta");
    String empty = form.json().toString();
    assertThatThrownBy(() -> MappingJson.read(empty))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("mapping.field-missing");
              assertThat(form.placed(problem, "column").field()).isEqualTo("/fields/0/column");
            });
    form.getFields().forEach(row -> form.propose(row.getName(), row.getName()));
    MappingJson.read(form.json().toString());
  }

  @ParameterizedTest
  @EnumSource(FeedKind.class)
  void everyFieldHasANameInBothLanguages(FeedKind kind) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("id"))) {
      assertThat(kind.fields())
          .extracting(FeedField::name)
          .allMatch(name -> Texts.in(language).has("feed-field." + name), language.toString());
    }
  }

  @Test
  void whatWasTypedStaysWhenTheKindChanges() {
    MappingForm form = MappingForm.fresh(FeedKind.PARTNERS, "UTC");
    form.propose("code", "Kode");
    form.propose("joinedOn", "Sejak");
    form.become(FeedKind.PRODUCTS);
    form.propose("code", "Other");
    assertThat(form.json().getJsonArray("fields").getJsonObject(0).getString("column"))
        .isEqualTo("Kode");
    assertThat(form.json().toString()).doesNotContain("Sejak");
  }

  @Test
  void aMistakeIsAtItsRowAlthoughEmptyRowsAreLeftOut() {
    MappingForm form = MappingForm.fresh(FeedKind.PRODUCTS, "UTC");
    form.propose("unit", "x".repeat(201));
    assertThatThrownBy(() -> MappingJson.read(form.json().toString()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.field()).isEqualTo("/fields/0/column");
              assertThat(form.placed(problem, "pick").field()).isEqualTo("/fields/5/pick");
            });
  }
}
