package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.data.Sql;
import org.mitra.partners.PartnerType;

/** Looks up, in a few queries, all partners, products and costs that a chunk of lines names. */
@ApplicationScoped
class Masters {
  @Inject private Sql sql;

  Known of(List<ReportedLine> lines) {
    Set<String> partners = new TreeSet<>();
    Set<String> products = new TreeSet<>();
    Set<String> representatives = new TreeSet<>();
    for (ReportedLine line : lines) {
      partners.add(line.parties().seller());
      partners.add(line.parties().buyer());
      partners.add(line.parties().shipTo());
      products.add(line.product());
      representatives.add(line.parties().representative());
    }
    partners.remove("");
    representatives.remove("");
    Known known = new Known();
    if (!partners.isEmpty()) {
      sql.each(
          row ->
              known.partner(
                  row.text("code"),
                  new Known.PartnerFact(
                      row.number("id"),
                      row.constant("type", PartnerType.class),
                      row.day("joined_on"),
                      row.flag("active"))),
          "SELECT id, code, type, joined_on, active FROM partner WHERE code IN "
              + Sql.list(partners.size()),
          partners.toArray());
    }
    if (!products.isEmpty()) {
      products(products, known);
    }
    if (!representatives.isEmpty()) {
      sql.each(
          row ->
              known.representative(
                  row.text("code"),
                  row.number("id"),
                  row.number("parent_id"),
                  row.day("valid_from"),
                  row.day("valid_to")),
          "SELECT p.code, p.id, s.parent_id, s.valid_from, s.valid_to FROM partner p"
              + " JOIN partner_standing s ON s.partner_id = p.id"
              + " WHERE p.type = 'REPRESENTATIVE' AND s.parent_id IS NOT NULL AND p.code IN "
              + Sql.list(representatives.size()),
          representatives.toArray());
    }
    return known;
  }

  private void products(Set<String> codes, Known known) {
    List<Object> ids = new ArrayList<>();
    sql.each(
        row -> {
          ids.add(row.number("id"));
          known.product(
              row.text("code"),
              new Known.ProductFact(row.number("id"), row.text("unit"), row.flag("active")));
        },
        "SELECT id, code, unit, active FROM product WHERE code IN " + Sql.list(codes.size()),
        codes.toArray());
    if (ids.isEmpty()) {
      return;
    }
    sql.each(
        row ->
            known.cost(
                row.number("product_id"),
                row.text("currency"),
                row.day("valid_from"),
                row.decimal("cost")),
        "SELECT product_id, currency, valid_from, cost FROM product_cost WHERE product_id IN "
            + Sql.list(ids.size()),
        ids.toArray());
  }
}
