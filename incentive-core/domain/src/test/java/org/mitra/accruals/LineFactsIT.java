package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.BusinessClock;
import org.mitra.data.Saved;
import org.mitra.data.Sql;
import org.mitra.engine.Party;
import org.mitra.engine.SalesLine;
import org.mitra.feeds.Feeds;
import org.mitra.mappings.FeedKind;
import org.mitra.partners.CertificateSummary;
import org.mitra.partners.Certificates;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.Representatives;
import org.mitra.partners.SaveCertificate;
import org.mitra.partners.SavePartner;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.Sales;

/** What a reported line says beyond money, and how rules get to see it. */
@ExtendWith(ArquillianExtension.class)
class LineFactsIT {
  private static final Actor MAYA =
      new Actor("maya", "Maya", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());

  @Inject private Lines lines;
  @Inject private AccrualWorld world;
  @Inject private Partners partners;
  @Inject private Representatives representatives;
  @Inject private Certificates certificates;
  @Inject private Products products;
  @Inject private Feeds feeds;
  @Inject private Sales sales;
  @Inject private BusinessClock clock;

  /** Reads the lines of a partner as rules see them. */
  @ApplicationScoped
  public static class Lines {
    @Inject private Sql sql;
    @Inject private SalesLines salesLines;

    @Transactional
    Map<String, SalesLine> of(String partner) {
      long id =
          sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE code = ?", partner)
              .orElseThrow();
      Map<String, SalesLine> lines = new LinkedHashMap<>();
      salesLines
          .of(id, Instant.parse("2021-01-01T00:00:00Z"), Instant.parse("2022-01-01T00:00:00Z"))
          .forEach(line -> lines.put(line.document() + "/" + line.kind(), line));
      return lines;
    }

    @Transactional
    UUID uid(String source, String document) {
      return sql.row(
              row -> row.uuid("uid"),
              "SELECT uid FROM sales_transaction WHERE source = ? AND document = ?"
                  + " AND kind = 'SALE' AND superseded_by IS NULL",
              source,
              document)
          .orElseThrow();
    }
  }

  private static SavePartner dealer(String code, PartnerType type, String parent, LocalDate from) {
    return new SavePartner(
        code,
        "Partner " + code,
        type,
        "IDR",
        "",
        "",
        LocalDate.of(2021, 1, 1),
        true,
        parent,
        "",
        "JAVA",
        "T-" + code,
        from);
  }

  /** A distributor, a dealer below him, and a product, all named after the test. */
  private void channel(String code) {
    world.partnerWithProduct(code);
    partners.save(MAYA, dealer(code + "-D", PartnerType.DEALER, code, null));
  }

  private String send(String code, Map<String, String> changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("source", "POS-" + code);
    row.put("line", "1");
    row.put("flow", "SELL_OUT");
    row.put("seller", code + "-D");
    row.put("product", code);
    row.put("quantity", "10");
    row.put("net", "1000");
    row.put("currency", "IDR");
    row.putAll(changes);
    row.putIfAbsent("soldAt", "2021-03-01");
    row.values().removeIf(String::isEmpty);
    Feeds.RowReceipt receipt = feeds.deliver(MAYA, FeedKind.SALES, List.of(row)).rows().get(0);
    return receipt.problems().isEmpty()
        ? receipt.outcome().name()
        : receipt.problems().get(0).code();
  }

  @Test
  void aRepresentativeIsAPartnerWhoSellsForAnother() {
    channel("REP");
    representatives.save(MAYA, "REP-D", "rep-1", "Putri");
    assertThat(partners.find(MAYA.scope(), "REP-1").orElseThrow().type())
        .isEqualTo(PartnerType.REPRESENTATIVE);
    assertThat(send("REP", Map.of("document", "A", "representative", "REP-1"))).isEqualTo("NEW");
    assertThat(send("REP", Map.of("document", "B", "representative", "REP-D")))
        .isEqualTo("sale.representative-unknown");
    assertThat(send("REP", Map.of("document", "C", "seller", "REP-1")))
        .isEqualTo("sale.partner-represents");
    assertThat(send("REP", Map.of("document", "D", "seller", "REP", "representative", "REP-1")))
        .as("not his seller")
        .isEqualTo("sale.representative-unknown");
    assertThat(
            send(
                "REP",
                Map.of(
                    "document",
                    "A-R",
                    "kind",
                    "RETURN",
                    "returnsDocument",
                    "A",
                    "quantity",
                    "-10",
                    "net",
                    "-1000",
                    "soldAt",
                    "2021-03-05")))
        .isEqualTo("NEW");

    Map<String, SalesLine> his = lines.of("REP-1");
    assertThat(his.keySet()).containsExactlyInAnyOrder("A/SALE", "A-R/RETURN");
    assertThat(his.values())
        .as("what comes back was his as well")
        .allSatisfy(
            line ->
                assertThat(line.parties().representative().orElseThrow().id()).isEqualTo("REP-1"));
    Party seen = his.get("A/SALE").parties().representative().orElseThrow();
    assertThat(seen.above().orElseThrow().id()).isEqualTo("REP-D");
    assertThat(seen.above().orElseThrow().territory()).isEqualTo("T-REP-D");
    assertThat(seen.above().orElseThrow().above().orElseThrow().id()).isEqualTo("REP");

    SaleDetail sale = sales.get(MAYA.scope(), lines.uid("POS-REP", "A"));
    assertThat(sale.representative()).isEqualTo("REP-1");
    assertThat(sales.get(world.scope("REP-1"), sale.line().uid()).line().uid())
        .as("he sees what he sold")
        .isEqualTo(sale.line().uid());
    send("REP", Map.of("document", "E"));
    assertThat(sales.batch(world.scope("REP-1"), null, 10, Map.of()).rows()).hasSize(2);
    assertThat(sales.batch(MAYA.scope(), null, 10, Map.of("representative", "rep-1")).rows())
        .hasSize(2);
  }

  @Test
  void theFirstSaleToACustomerIsDecidedByFacts() {
    channel("FIRST");
    partners.save(MAYA, dealer("FIRST-E", PartnerType.DEALER, "FIRST", null));
    Map<String, String> march = Map.of("document", "M", "customerCode", "npwp 7");
    assertThat(send("FIRST", march)).isEqualTo("NEW");
    assertThat(lines.of("FIRST-D").get("M/SALE").customer().code()).isEqualTo("NPWP7");
    assertThat(isFirst("FIRST-D", "M")).isTrue();

    send("FIRST", with(march, "document", "F", "seller", "FIRST-E", "soldAt", "2021-02-01"));
    assertThat(isFirst("FIRST-D", "M")).as("another sold to him before").isFalse();
    assertThat(isFirst("FIRST-E", "F")).isTrue();

    send(
        "FIRST",
        with(
            Map.of(),
            "document",
            "F-R",
            "kind",
            "CANCELLATION",
            "returnsDocument",
            "F",
            "quantity",
            "-10",
            "net",
            "-1000",
            "seller",
            "FIRST-E",
            "soldAt",
            "2021-02-02"));
    assertThat(isFirst("FIRST-E", "F")).as("cancelled, it keeps its place").isTrue();
    assertThat(lines.of("FIRST-E").get("F-R/CANCELLATION").customer())
        .isEqualTo(lines.of("FIRST-E").get("F/SALE").customer());

    send("FIRST", with(march, "document", "M", "customerCode", "", "tax", "110"));
    assertThat(lines.of("FIRST-D").get("M/SALE").customer().code()).as("corrected").isEmpty();
  }

  private boolean isFirst(String partner, String document) {
    SalesLine line = lines.of(partner).get(document + "/SALE");
    return line.customer().firstSale() == line.id();
  }

  private static Map<String, String> with(Map<String, String> row, String... more) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    for (int i = 0; i < more.length; i += 2) {
      changed.put(more[i], more[i + 1]);
    }
    return changed;
  }

  @Test
  void furtherDaysAreKeptAndTheSameFileStaysTheSame() {
    channel("DAYS");
    Map<String, String> plain = Map.of("document", "P");
    assertThat(send("DAYS", plain)).isEqualTo("NEW");
    assertThat(send("DAYS", plain)).isEqualTo("UNCHANGED");
    Map<String, String> dated =
        with(plain, "orderedOn", "2021-02-20", "shippedOn", "2021-03-02", "paidOn", "2021-04-01");
    assertThat(send("DAYS", dated)).isEqualTo("CHANGED");
    SaleDetail sale = sales.get(MAYA.scope(), lines.uid("POS-DAYS", "P"));
    assertThat(sale.days().orderedOn()).isEqualTo("2021-02-20");
    assertThat(lines.of("DAYS-D").get("P/SALE").dates().shippedAt())
        .contains(Instant.parse("2021-03-01T17:00:00Z"));
    assertThat(send("DAYS", with(plain, "document", "Q", "paidOn", "" + clock.today().plusDays(3))))
        .isEqualTo("sale.day-future");
  }

  @Test
  void paymentsThatNameASaleCompleteIt() {
    channel("PAY");
    send("PAY", Map.of("document", "S"));
    assertThat(pay("P1", "400", "2021-03-10")).isEqualTo("NEW");
    assertThat(paidOn()).isNull();
    assertThat(pay("P3", "350", "2021-05-10")).isEqualTo("NEW");
    assertThat(pay("P2", "250", "2021-04-10")).isEqualTo("NEW");
    assertThat(paidOn()).as("whatever the order of arrival").isEqualTo("2021-05-10");
    assertThat(lines.of("PAY-D").get("P1/PAYMENT_RECEIVED").origin())
        .isEqualTo(lines.of("PAY-D").get("S/SALE").id());

    Map<String, String> returned =
        Map.of(
            "document",
            "R",
            "kind",
            "RETURN",
            "returnsDocument",
            "S",
            "quantity",
            "-4",
            "net",
            "-350",
            "soldAt",
            "2021-04-20");
    send("PAY", returned);
    assertThat(paidOn()).as("the credit note settled the rest").isEqualTo("2021-04-20");
    assertThat(lines.of("PAY-D").get("R/RETURN").dates().paidAt())
        .isEqualTo(lines.of("PAY-D").get("S/SALE").dates().paidAt());

    assertThat(send("PAY", Map.of("document", "S", "tax", "110"))).isEqualTo("CHANGED");
    assertThat(paidOn()).as("a newer version is paid as well").isEqualTo("2021-04-20");
    assertThat(pay("P2", "100", "2021-04-10")).isEqualTo("CHANGED");
    assertThat(paidOn()).as("a payment was corrected").isEqualTo("2021-05-10");
    assertThat(send("PAY", Map.of("document", "S", "tax", "110", "paidOn", "2021-03-03")))
        .isEqualTo("CHANGED");
    assertThat(paidOn()).as("what the line says goes first").isEqualTo("2021-03-03");
    assertThat(new ArrayList<>(lines.of("PAY-D").values()))
        .filteredOn(line -> line.document().equals("R"))
        .singleElement()
        .satisfies(line -> assertThat(line.dates().paidAt()).isPresent());
  }

  @Test
  void certificatesHoldForTheirTimeAndProductsSayWhenTheyWereLaunched() {
    channel("KNOW");
    List<SaveCertificate> earned =
        List.of(
            new SaveCertificate(
                "know-d", "safety", LocalDate.of(2021, 2, 1), LocalDate.of(2021, 3, 1)),
            new SaveCertificate("KNOW-D", "REPAIR", LocalDate.of(2021, 2, 15), null),
            new SaveCertificate("KNOW", "SAFETY", LocalDate.of(2021, 1, 1), null));
    assertThat(certificates.saveAll(MAYA, earned)).containsOnly(Saved.NEW);
    assertThat(certificates.saveAll(MAYA, earned)).containsOnly(Saved.UNCHANGED);
    products.saveAll(
        MAYA,
        List.of(
            new SaveProduct(
                "KNOW",
                "Product",
                "",
                "",
                "",
                "PCS",
                false,
                true,
                LocalDate.of(2021, 1, 7),
                null,
                null,
                null)));
    send("KNOW", Map.of("document", "J", "soldAt", "2021-01-20"));
    send("KNOW", Map.of("document", "F", "soldAt", "2021-02-20"));
    send("KNOW", Map.of("document", "M", "soldAt", "2021-03-01"));
    assertThat(held("J")).isEmpty();
    assertThat(held("F")).containsExactlyInAnyOrder("SAFETY", "REPAIR");
    assertThat(held("M")).as("expired that day").containsExactly("REPAIR");
    SalesLine line = lines.of("KNOW-D").get("M/SALE");
    assertThat(line.seller().orElseThrow().above().orElseThrow().certificates())
        .containsExactly("SAFETY");
    assertThat(line.item().launchedOn()).contains(LocalDate.of(2021, 1, 7));

    certificates.remove(MAYA, "KNOW-D", "repair", LocalDate.of(2021, 2, 15));
    assertThat(held("M")).isEmpty();
    assertThat(
            partners.find(MAYA.scope(), "KNOW-D").orElseThrow().certificates().stream()
                .map(CertificateSummary::held))
        .containsExactly(false);
  }

  private Set<String> held(String document) {
    return lines.of("KNOW-D").get(document + "/SALE").seller().orElseThrow().certificates();
  }

  private String pay(String document, String net, String day) {
    return send(
        "PAY",
        Map.of(
            "document",
            document,
            "kind",
            "PAYMENT_RECEIVED",
            "returnsDocument",
            "S",
            "quantity",
            "0",
            "net",
            net,
            "soldAt",
            day));
  }

  private LocalDate paidOn() {
    return sales.get(MAYA.scope(), lines.uid("POS-PAY", "S")).days().paidOn();
  }
}
