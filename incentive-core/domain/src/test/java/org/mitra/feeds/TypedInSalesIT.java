package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;
import org.mitra.sales.ReportSale;
import org.mitra.sales.SaleDetail;
import org.mitra.sales.Sales;

/** A partner types his sales in: for himself only, once each, and seen by whoever may see them. */
@ExtendWith(ArquillianExtension.class)
class TypedInSalesIT {
  @Inject private Sales sales;
  @Inject private FeedWorld world;

  @Test
  void oneSaleOnceForOneself() {
    Actor own = dealer("TYPE-OWN", "TYPE-DIST");
    Actor other = dealer("TYPE-OTHER", "");
    world.product("TYPE-1");
    SaleDetail typed = sales.report(own, sale("", "T/1", "10", "1500"));
    assertThat(typed.line().seller()).isEqualTo("TYPE-OWN");
    assertThat(typed.line().net()).isEqualByComparingTo("15000");
    assertThat(typed.submittedAt()).isNotNull();
    assertThat(typed.recordedBy()).as("not for partners").isEmpty();

    assertThat(sales.report(own, sale("", " t/1 ", "10", "1500")).line().uid())
        .as("the same sale again is the same line")
        .isEqualTo(typed.line().uid());
    assertThat(refusal(own, sale("", "T/1", "11", "1500"))).isEqualTo("sale.already-reported");
    assertThat(refusal(own, sale("TYPE-OTHER", "T/2", "1", "1"))).isEqualTo("sale.own-only");
    assertThat(refusal(own, sale("", "T/3", "-1", "1"))).isEqualTo("sale.negative-quantity");
    assertThat(refusal(own, sale("", "T/4", "1", "1000.25"))).isEqualTo("sale.decimals");

    assertThatThrownBy(() -> sales.get(other.scope(), typed.line().uid()))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind().status()).isEqualTo(404));
    ListQuery query = ListQuery.firstRows(10).filtered("document", "T/1");
    assertThat(sales.list(other.scope(), query).total()).isZero();
    assertThat(sales.list(own.scope(), query).rows()).hasSize(1);
    assertThat(sales.list(world.user("TYPE-DIST").scope(), query).rows())
        .as("his distributor")
        .hasSize(1);
    assertThat(sales.batch(other.scope(), null, 10, Map.of("document", "T/1")).rows()).isEmpty();
  }

  private String refusal(Actor actor, ReportSale command) {
    try {
      sales.report(actor, command);
      return "";
    } catch (Problem problem) {
      return problem.code();
    }
  }

  private static ReportSale sale(String seller, String document, String quantity, String price) {
    return new ReportSale(
        seller,
        document,
        "",
        LocalDate.of(2026, 2, 1),
        "A customer",
        "",
        "",
        "TYPE-1",
        new BigDecimal(quantity),
        new BigDecimal(price),
        "",
        List.of());
  }

  private Actor dealer(String code, String parent) {
    if (!parent.isEmpty()) {
      world.partner(parent, PartnerType.DISTRIBUTOR, "");
    }
    world.partner(code, PartnerType.DEALER, parent);
    return world.user(code);
  }
}
