package org.mitra.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.money.Currency;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;

/**
 * What a line must hold to be believed, as far as it can be told without looking at other lines.
 * Pure: the same line, master data and time give the same answer.
 *
 * @param now lines of the future are not believed
 * @param zone in which a partner joined on a day
 */
record LineRules(Known known, Instant now, ZoneId zone) {
  private static final int QUANTITY_DECIMALS = 4;
  private static final int COST_DECIMALS = 4;
  private static final int DIGITS = 15;

  /** The first thing that is wrong with the line. */
  Optional<Problem> check(ReportedLine line) {
    try {
      checkProduct(line);
      checkParties(line);
      checkTime(line);
      checkScales(line);
      checkSigns(line);
      checkSums(line);
      checkSerials(line);
      return Optional.empty();
    } catch (Problem problem) {
      return Optional.of(problem);
    }
  }

  private void checkProduct(ReportedLine line) {
    Known.ProductFact product = known.product(line.product());
    if (product == null) {
      throw refused("sale.product-unknown", "product").with("code", line.product());
    }
    if (!product.active() && line.key().kind() == Kind.SALE) {
      throw refused("sale.product-inactive", "product").with("code", line.product());
    }
    String unit = line.amounts().unit();
    if (!unit.isEmpty() && !unit.equals(product.unit())) {
      throw refused("sale.unit-unknown", "unit")
          .with("unit", unit)
          .with("expected", product.unit());
    }
  }

  private void checkParties(ReportedLine line) {
    LineParties parties = line.parties();
    if (line.flow() == Flow.SELL_IN && !parties.seller().isEmpty()) {
      throw refused("sale.seller-unexpected", "seller").with("code", parties.seller());
    }
    if (line.flow() != Flow.SELL_IN && parties.seller().isEmpty()) {
      throw refused("sale.seller-missing", "seller");
    }
    boolean buyerNeeded =
        line.flow() == Flow.SELL_THROUGH
            || (line.flow() == Flow.SELL_IN && parties.customer().isEmpty());
    if (buyerNeeded && parties.buyer().isEmpty()) {
      throw refused("sale.buyer-missing", "buyer");
    }
    if (!parties.seller().isEmpty() && parties.seller().equals(parties.buyer())) {
      throw refused("sale.same-party", "buyer").with("code", parties.buyer());
    }
    checkPartner(line, parties.seller(), "seller");
    checkPartner(line, parties.buyer(), "buyer");
    checkPartner(line, parties.shipTo(), "shipTo");
    LocalDate soldOn = LocalDate.ofInstant(line.soldAt(), zone);
    if (!parties.representative().isEmpty() && known.representativeId(parties, soldOn) == null) {
      throw refused("sale.representative-unknown", "representative")
          .with("code", parties.representative())
          .with("seller", parties.seller());
    }
  }

  private void checkPartner(ReportedLine line, String code, String field) {
    if (code.isEmpty()) {
      return;
    }
    Known.PartnerFact partner = known.partner(code);
    if (partner == null) {
      throw refused("sale.partner-unknown", field).with("code", code);
    }
    if (partner.type() == PartnerType.REPRESENTATIVE) {
      throw refused("sale.partner-represents", field).with("code", code);
    }
    if (!partner.active() && line.key().kind() == Kind.SALE) {
      throw refused("sale.partner-inactive", field).with("code", code);
    }
    LocalDate soldOn = LocalDate.ofInstant(line.soldAt(), zone);
    if (soldOn.isBefore(partner.joinedOn())) {
      throw refused("sale.before-joining", "soldAt")
          .with("code", code)
          .with("joinedOn", partner.joinedOn());
    }
  }

  private void checkTime(ReportedLine line) {
    if (line.soldAt().isAfter(now)) {
      throw refused("sale.future", "soldAt").with("soldAt", line.soldAt());
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    Optional<LocalDate> later = line.days().known().filter(day -> day.isAfter(today)).findFirst();
    if (later.isPresent()) {
      throw refused("sale.day-future", field(line.days(), later.get())).with("day", later.get());
    }
  }

  private static String field(LineDays days, LocalDate day) {
    if (day.equals(days.orderedOn())) {
      return "orderedOn";
    }
    return day.equals(days.shippedOn()) ? "shippedOn" : "paidOn";
  }

  private static void checkScales(ReportedLine line) {
    LineAmounts amounts = line.amounts();
    Currency currency =
        Currency.find(amounts.currency())
            .orElseThrow(
                () ->
                    refused("sale.currency-unknown", "currency").with("value", amounts.currency()));
    checkScale(amounts.gross(), amounts.unitPrice() == null ? "gross" : "unitPrice", currency);
    checkScale(amounts.discount(), "discount", currency);
    checkScale(amounts.net(), "net", currency);
    checkScale(amounts.tax(), "tax", currency);
    if (decimals(amounts.quantity()) > QUANTITY_DECIMALS || isTooLarge(amounts.quantity())) {
      throw refused("sale.quantity-decimals", "quantity").with("value", amounts.quantity());
    }
    BigDecimal cost = amounts.unitCost();
    if (cost != null && (cost.signum() < 0 || decimals(cost) > COST_DECIMALS || isTooLarge(cost))) {
      throw refused("field.amount", "unitCost").with("field", "unitCost");
    }
  }

  private static void checkScale(BigDecimal amount, String field, Currency currency) {
    if (decimals(amount) > currency.scale()) {
      throw refused("sale.decimals", field)
          .with("value", amount.toPlainString())
          .with("currency", currency)
          .with("most", currency.scale());
    }
    if (isTooLarge(amount)) {
      throw refused("sale.too-large", field).with("value", amount.toPlainString());
    }
  }

  private static int decimals(BigDecimal value) {
    return value.signum() == 0 ? 0 : Math.max(0, value.stripTrailingZeros().scale());
  }

  private static boolean isTooLarge(BigDecimal value) {
    return value.precision() - value.scale() > DIGITS;
  }

  private static void checkSigns(ReportedLine line) {
    LineAmounts amounts = line.amounts();
    int quantity = amounts.quantity().signum();
    int net = amounts.net().signum();
    switch (line.key().kind()) {
      case SALE -> {
        if (quantity < 0) {
          throw refused("sale.negative-quantity", "quantity").with("value", amounts.quantity());
        }
        if (quantity == 0) {
          throw refused("sale.no-quantity", "quantity").with("net", amounts.net());
        }
        if (net < 0 || amounts.gross().signum() < 0) {
          throw refused("sale.negative-amount", "net").with("value", amounts.net());
        }
      }
      case RETURN, CANCELLATION -> {
        if (quantity >= 0) {
          throw refused("sale.return-quantity", "quantity").with("value", amounts.quantity());
        }
        if (net > 0) {
          throw refused("sale.return-amount", "net").with("value", amounts.net());
        }
      }
      case PRICE_CORRECTION, PAYMENT_RECEIVED -> {
        if (quantity != 0) {
          throw refused("sale.amount-only", "quantity").with("value", amounts.quantity());
        }
        if (net == 0) {
          throw refused("sale.no-amount", "net");
        }
      }
    }
  }

  /** Amount = quantity × price − discount, where an invoice may have rounded to its currency. */
  private static void checkSums(ReportedLine line) {
    LineAmounts amounts = line.amounts();
    BigDecimal expected = amounts.gross().subtract(amounts.discount());
    if (expected.compareTo(amounts.net()) != 0) {
      throw differs("net", amounts.net(), expected, amounts.currency());
    }
    boolean discountFits =
        amounts.discount().signum() == 0 || amounts.discount().signum() == amounts.gross().signum();
    if (!discountFits || amounts.discount().abs().compareTo(amounts.gross().abs()) > 0) {
      throw refused("sale.discount", "discount").with("value", amounts.discount());
    }
    if (amounts.unitPrice() == null || amounts.quantity().signum() == 0) {
      return;
    }
    BigDecimal product = amounts.quantity().multiply(amounts.unitPrice());
    int scale = Currency.of(amounts.currency()).scale();
    BigDecimal difference = product.subtract(amounts.gross()).abs();
    boolean rounded =
        decimals(product) > scale && difference.compareTo(BigDecimal.ONE.movePointLeft(scale)) < 0;
    if (difference.signum() != 0 && !rounded) {
      throw differs("gross", amounts.gross(), product, amounts.currency());
    }
  }

  private static Problem differs(
      String field, BigDecimal value, BigDecimal expected, String currency) {
    return refused("sale.amount-differs", field)
        .with("value", value.toPlainString())
        .with("expected", expected.toPlainString())
        .with("currency", currency);
  }

  private static void checkSerials(ReportedLine line) {
    if (line.serials().isEmpty()) {
      return;
    }
    long distinct = line.serials().stream().distinct().count();
    if (distinct < line.serials().size()) {
      throw refused("sale.serial-twice", "serials");
    }
    BigDecimal units = line.amounts().quantity().abs();
    if (units.compareTo(BigDecimal.valueOf(distinct)) != 0) {
      throw refused("sale.serial-count", "serials").with("serials", distinct).with("units", units);
    }
  }

  private static Problem refused(String code, String field) {
    return Problem.refused(code).at("/" + field);
  }
}
