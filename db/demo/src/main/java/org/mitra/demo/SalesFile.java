package org.mitra.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A table of sales as the vendor's accounting writes it, and the mapping that reads it. */
final class SalesFile {
  static final String MAPPING = "Penjualan dari pembukuan";

  static final String DEFINITION =
      """
      {
        "kind": "SALES",
        "format": {"type": "CSV", "zone": "Asia/Jakarta", "dates": "ISO", "language": "id"},
        "fields": [
          {"field": "source", "default": "ERP"},
          {"field": "document", "column": "faktur"},
          {"field": "line", "column": "baris"},
          {"field": "flow", "column": "arus"},
          {"field": "soldAt", "column": "tanggal"},
          {"field": "documentDate", "column": "tanggal"},
          {"field": "seller", "column": "penjual"},
          {"field": "buyer", "column": "pembeli"},
          {"field": "customer", "column": "pelanggan"},
          {"field": "representative", "column": "tenaga penjual"},
          {"field": "product", "column": "barang"},
          {"field": "quantity", "column": "jumlah"},
          {"field": "unitPrice", "column": "harga"},
          {"field": "currency", "default": "IDR"},
          {"field": "returnsDocument", "column": "retur faktur"},
          {"field": "returnsLine", "column": "retur baris"},
          {"field": "serials", "column": "nomor seri"}
        ],
        "sales": {"kindWhenNegative": "RETURN"}
      }
      """;

  private static final String HEADER =
      "faktur,baris,arus,tanggal,penjual,pembeli,pelanggan,tenaga penjual,barang,jumlah,harga,"
          + "retur faktur,retur baris,nomor seri\n";

  private SalesFile() {}

  static byte[] of(List<DemoSales.Line> lines) {
    StringBuilder text = new StringBuilder(HEADER);
    for (DemoSales.Line line : lines) {
      text.append(
          row(
              line.document(),
              line.line(),
              line.flow(),
              line.day(),
              line.seller(),
              line.buyer(),
              line.customer(),
              line.representative(),
              line.product().code(),
              line.quantity(),
              line.price(),
              line.of(),
              line.of().isEmpty() ? "" : line.ofLine(),
              String.join(" ", line.serials())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What a dealer without a system typed into a spreadsheet: some of it cannot be believed. */
  static byte[] typed(LocalDate day) {
    String rows =
        """
        BM-0117,1,SELL_OUT,{day},BDG-02,,Bengkel Las Cimahi,,TL-160,2,1950000,,,
        BM-0117,2,SELL_OUT,{day},BDG-02,,Bengkel Las Cimahi,,TA-HL,3,375000,,,
        BM-0118,1,SELL_OUT,{day},BDG-02,,Pelanggan tunai,,TA-GP,12,165000,,,
        BM-0119,1,SELL_OUT,{day},BDG-02,,Pelanggan tunai,,TX-99,1,990000,,,
        BM-0120,1,SELL_OUT,{day},TOKO-BARU,,CV Sinar Abadi,,TG-4,4,465000,,,
        BM-0121,1,SELL_OUT,{next year},BDG-02,,CV Sinar Abadi,,TG-4,1,465000,,,
        BM-0122,1,SELL_OUT,31-02-2026,BDG-02,,CV Sinar Abadi,,TG-4,1,465000,,,
        BM-0123,1,SELL_OUT,{day},BDG-02,,PT Graha Interior,,TS-J,dua,685000,,,
        RB-0007,1,SELL_OUT,{day},BDG-02,,PT Graha Interior,,TS-J,-9,685000,BM-0001,1,
        BM-0124,1,SELL_OUT,{day},BDG-02,,PT Graha Interior,,TS-7,1,1095000,,,
        """;
    return (HEADER
            + rows.replace("{day}", day.toString())
                .replace("{next year}", day.plusYears(1).toString()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%s", cell));
    }
    return row.append('\n').toString();
  }
}
