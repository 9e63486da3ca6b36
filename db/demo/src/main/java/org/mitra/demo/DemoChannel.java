package org.mitra.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.mitra.partners.PartnerType;
import org.mitra.partners.SavePartner;

/**
 * The partners of PT Tangguh Perkakas Nusantara, a vendor of power tools: six distributors, the
 * dealers below them, and their sales representatives. The same for the same first day.
 */
final class DemoChannel {
  /**
   * A distributor and what he is worth.
   *
   * @param weight how much he buys, compared with others
   */
  record Distributor(String code, String name, String region, String level, double weight) {}

  /** A dealer below a distributor. */
  record Dealer(
      String code, String name, String region, String level, String distributor, double weight) {}

  /** A person who sells for a dealer. */
  record Representative(String dealer, String code, String name) {}

  static final List<Distributor> DISTRIBUTORS =
      List.of(
          new Distributor("D-JKT", "PT Sumber Teknik Jaya", "DKI JAKARTA", "PLATINUM", 1.6),
          new Distributor("D-BDG", "CV Parahyangan Perkakas", "JAWA BARAT", "GOLD", 1.2),
          new Distributor("D-SMG", "PT Mitra Logam Semarang", "JAWA TENGAH", "GOLD", 1.0),
          new Distributor("D-SBY", "PT Surya Baja Perkasa", "JAWA TIMUR", "PLATINUM", 1.5),
          new Distributor("D-MDN", "UD Deli Makmur", "SUMATERA UTARA", "SILVER", 0.7),
          new Distributor("D-MKS", "PT Celebes Alat Teknik", "SULAWESI SELATAN", "SILVER", 0.6));

  private static final List<String> FIRST =
      List.of(
          "Toko Maju",
          "Sinar",
          "Cahaya",
          "Anugerah",
          "Berkah",
          "Sumber",
          "Karya",
          "Mulia",
          "Jaya",
          "Sentosa");
  private static final List<String> SECOND =
      List.of("Teknik", "Perkakas", "Baja", "Logam", "Bangunan", "Mesin", "Abadi", "Utama");
  private static final List<String> PEOPLE =
      List.of(
          "Andi Pratama",
          "Siti Rahmawati",
          "Joko Santoso",
          "Wayan Sudarma",
          "Lestari Wulandari",
          "Rudi Hartono",
          "Yuni Kartika",
          "Bambang Setiawan",
          "Fitri Handayani",
          "Eko Nugroho",
          "Nina Permata",
          "Hasan Basri");

  private final LocalDate joined;
  private final List<Dealer> dealers;

  /**
   * @param seed of everything that is drawn
   * @param joined the day on which all joined
   */
  DemoChannel(long seed, LocalDate joined) {
    this.joined = joined;
    this.dealers = draw(new Random(seed));
  }

  private static List<Dealer> draw(Random random) {
    List<Dealer> dealers = new ArrayList<>();
    // The dealer whose people sign in to the demo stands first.
    dealers.add(new Dealer("TOKO-MAJU", "Toko Maju Teknik", "DKI JAKARTA", "SILVER", "D-JKT", 2.8));
    for (Distributor distributor : DISTRIBUTORS) {
      int count = (int) Math.round(5 * distributor.weight()) + 1;
      for (int i = 1; i <= count; i++) {
        String city = distributor.code().substring(2);
        String name =
            FIRST.get(random.nextInt(FIRST.size()))
                + " "
                + SECOND.get(random.nextInt(SECOND.size()))
                + " "
                + city;
        String level = i == 1 ? "GOLD" : i <= 3 ? "SILVER" : "BRONZE";
        dealers.add(
            new Dealer(
                String.format(Locale.ROOT, "%s-%02d", city, i),
                name,
                distributor.region(),
                level,
                distributor.code(),
                0.4 + random.nextDouble() * 1.2));
      }
    }
    return List.copyOf(dealers);
  }

  List<Dealer> dealers() {
    return dealers;
  }

  /** All of them, in commands. */
  List<SavePartner> partners() {
    List<SavePartner> commands = new ArrayList<>();
    for (Distributor d : DISTRIBUTORS) {
      commands.add(
          save(
              d.code(),
              d.name(),
              PartnerType.DISTRIBUTOR,
              "",
              d.level(),
              d.region(),
              commands.size()));
    }
    for (Dealer d : dealers) {
      commands.add(
          save(
              d.code(),
              d.name(),
              PartnerType.DEALER,
              d.distributor(),
              d.level(),
              d.region(),
              commands.size()));
    }
    return commands;
  }

  private SavePartner save(
      String code,
      String name,
      PartnerType type,
      String parent,
      String level,
      String region,
      int number) {
    return new SavePartner(
        code,
        name,
        type,
        "IDR",
        "kontak@" + code.toLowerCase(Locale.ROOT) + ".example.id",
        String.format(
            Locale.ROOT, "01.%03d.%03d.4-0%02d.000", 100 + number, 200 + number * 3, number % 90),
        joined,
        true,
        parent,
        level,
        region,
        "",
        null);
  }

  /** A dealer as he stands on another level from a day on. */
  SavePartner promoted(String dealer, String level, LocalDate from) {
    List<SavePartner> all = partners();
    SavePartner before =
        all.stream().filter(p -> p.code().equals(dealer)).findFirst().orElseThrow();
    return new SavePartner(
        before.code(),
        before.name(),
        before.type(),
        before.currency(),
        before.email(),
        before.taxNumber(),
        before.joinedOn(),
        before.active(),
        before.parent(),
        level,
        before.region(),
        "",
        from);
  }

  /** Two for each of the larger dealers. */
  List<Representative> representatives() {
    List<Representative> people = new ArrayList<>();
    for (Dealer dealer : dealers) {
      if (dealer.weight() > 1.2) {
        for (int i = 1; i <= 2; i++) {
          people.add(
              new Representative(
                  dealer.code(),
                  dealer.code() + "-R" + i,
                  PEOPLE.get(people.size() % PEOPLE.size())));
        }
      }
    }
    return people;
  }
}
