package org.mitra.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mitra.catalog.SaveProduct;

/** Tangguh's power tools, with prices and costs in rupiah. */
final class DemoCatalog {
  /**
   * A product.
   *
   * @param price list price to end customers, without tax
   * @param serials whether each unit has a serial
   * @param share how much of the demand is for it
   */
  record Product(String code, String name, String group, long price, boolean serials, int share) {

    /** What the vendor asks of distributors. */
    long sellIn() {
      return price * 72 / 100 / 500 * 500;
    }

    /** What distributors ask of dealers. */
    long sellThrough() {
      return price * 84 / 100 / 500 * 500;
    }

    /** What a unit costs the vendor. */
    long cost() {
      return price * 48 / 100 / 500 * 500;
    }
  }

  static final List<Product> PRODUCTS =
      List.of(
          new Product("TB-10", "Bor Tangan 10 mm 450 W", "BOR", 545_000, true, 9),
          new Product("TB-13I", "Bor Impact 13 mm 650 W", "BOR", 785_000, true, 10),
          new Product("TB-13P", "Bor Impact 13 mm 850 W Pro", "BOR", 1_150_000, true, 6),
          new Product("TC-12", "Bor Baterai 12 V", "BOR", 895_000, true, 10),
          new Product("TC-18B", "Bor Baterai 18 V Brushless", "BOR", 1_895_000, true, 7),
          new Product("TC-18K", "Kunci Impact Baterai 18 V", "BOR", 2_250_000, true, 4),
          new Product("TH-24", "Bor Beton SDS Plus 800 W", "BOR", 1_650_000, true, 4),
          new Product("TH-40", "Demolition Hammer 1.100 W", "BOR", 3_450_000, true, 2),
          new Product("TG-4", "Gerinda Tangan 4 inci 670 W", "GERINDA", 465_000, true, 14),
          new Product("TG-4P", "Gerinda Tangan 4 inci 900 W Pro", "GERINDA", 725_000, true, 8),
          new Product("TG-7", "Gerinda Potong 7 inci 2.000 W", "GERINDA", 1_275_000, true, 4),
          new Product("TG-C18", "Gerinda Baterai 18 V", "GERINDA", 1_625_000, true, 4),
          new Product("TG-B6", "Gerinda Duduk 6 inci", "GERINDA", 985_000, true, 2),
          new Product("TS-7", "Gergaji Circular 7 inci", "GERGAJI", 1_095_000, true, 5),
          new Product("TS-J", "Gergaji Jigsaw 600 W", "GERGAJI", 685_000, true, 5),
          new Product("TS-M10", "Gergaji Miter 10 inci", "GERGAJI", 2_895_000, true, 2),
          new Product("TS-CO14", "Mesin Potong Besi 14 inci", "GERGAJI", 1_985_000, true, 3),
          new Product("TL-120", "Mesin Las Inverter 120 A", "LAS", 1_350_000, true, 6),
          new Product("TL-160", "Mesin Las Inverter 160 A", "LAS", 1_950_000, true, 5),
          new Product("TL-200", "Mesin Las MIG 200 A", "LAS", 4_750_000, true, 2),
          new Product("TB-B2", "Baterai 18 V 2,0 Ah", "BATERAI", 485_000, false, 8),
          new Product("TB-B4", "Baterai 18 V 4,0 Ah", "BATERAI", 845_000, false, 6),
          new Product("TB-CH", "Pengisi Cepat 18 V", "BATERAI", 395_000, false, 6),
          new Product("TA-MB", "Set Mata Bor 13 pcs", "AKSESORI", 185_000, false, 14),
          new Product("TA-MBB", "Set Mata Bor Beton 5 pcs", "AKSESORI", 125_000, false, 10),
          new Product(
              "TA-GP", "Batu Gerinda Potong 4 inci, isi 25", "AKSESORI", 165_000, false, 16),
          new Product("TA-GF", "Amplas Flap 4 inci, isi 10", "AKSESORI", 135_000, false, 12),
          new Product("TA-MG", "Mata Gergaji 7 inci 40T", "AKSESORI", 145_000, false, 8),
          new Product("TA-EL", "Kawat Las 2,6 mm 5 kg", "AKSESORI", 195_000, false, 9),
          new Product("TA-HL", "Helm Las Otomatis", "AKSESORI", 375_000, false, 4));

  private DemoCatalog() {}

  /**
   * All products with what they cost the vendor from a day on.
   *
   * @param percent of the first cost
   */
  static List<SaveProduct> commands(LocalDate from, int percent) {
    return PRODUCTS.stream()
        .map(
            p ->
                new SaveProduct(
                    p.code(),
                    p.name(),
                    p.group(),
                    names(p.group()).get(0),
                    names(p.group()).get(1),
                    "PCS",
                    p.serials(),
                    true,
                    null,
                    BigDecimal.valueOf(p.cost() * percent / 100),
                    "IDR",
                    from))
        .toList();
  }

  private static List<String> names(String group) {
    return switch (group) {
      case "BOR" -> List.of("Bor", "Drills");
      case "GERINDA" -> List.of("Gerinda", "Grinders");
      case "GERGAJI" -> List.of("Gergaji", "Saws");
      case "LAS" -> List.of("Mesin las", "Welding machines");
      case "BATERAI" -> List.of("Baterai", "Batteries");
      default -> List.of("Aksesori", "Accessories");
    };
  }
}
