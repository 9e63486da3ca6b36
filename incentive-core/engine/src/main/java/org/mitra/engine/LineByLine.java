package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * What lines earn one by one: each at what is offered for its product, and none more than the limit
 * for a line.
 *
 * @param step the step of an explanation that pays the general offer
 * @param pays the measure that is paid on
 * @param general what is offered for products that no exception names
 * @param except what is offered for others
 * @param perLine most that one line earns
 */
record LineByLine(
    String step,
    Measure pays,
    Offer general,
    List<ProductOffer> except,
    Optional<BigDecimal> perLine) {

  /** Whether sums do not suffice. */
  boolean needsLines() {
    return !except.isEmpty() || perLine.isPresent();
  }

  Derivation derive(Measured measured) {
    if (needsLines() && !measured.keepsLines() && measured.lines() > 0) {
      throw new IllegalStateException("each line earns for itself, and only sums were kept");
    }
    if (measured.credits().isEmpty()) {
      Exact all = measured.paying();
      return Derivation.leaf(step, facts(general, all), general.on(all));
    }
    Offers offers = new Offers(except);
    Map<Long, Exact> left = left(measured.credits(), offers);
    Map<Optional<ProductOffer>, List<Credit>> found = new LinkedHashMap<>();
    found.put(Optional.empty(), new ArrayList<>());
    except.forEach(exception -> found.put(Optional.of(exception), new ArrayList<>()));
    measured.credits().forEach(credit -> found.get(offers.exception(credit)).add(credit));
    List<Derivation> steps = new ArrayList<>();
    found.forEach(
        (exception, credits) -> {
          if (!credits.isEmpty()) {
            steps.add(step(exception, credits, left));
          }
        });
    return steps.size() == 1
        ? steps.get(0)
        : Derivation.sumOf(
            "by-product", Facts.of("measure", pays, "counts", measured.paying()), steps);
  }

  private Derivation step(
      Optional<ProductOffer> exception, List<Credit> credits, Map<Long, Exact> left) {
    Offer offer = exception.map(ProductOffer::offer).orElse(general);
    Exact all = credits.stream().map(Credit::paying).reduce(Exact.ZERO, Exact::plus);
    Map<String, String> facts = facts(offer, all);
    exception.ifPresent(it -> facts.put("products", it.products()));
    List<Derivation> leaves =
        credits.stream()
            .map(credit -> line(credit, offer, left.get(credit.line().origin())))
            .toList();
    return Derivation.sumOf(exception.isPresent() ? step + "-product" : step, facts, leaves);
  }

  /**
   * @param left the part of what its sale earned that the limit has left; null for all
   */
  private Derivation line(Credit credit, Offer offer, Exact left) {
    Derivation inTime = inTime(credit, offer, left);
    if (credit.late().isEmpty()) {
      return inTime;
    }
    List<Derivation> parts = new ArrayList<>(List.of(inTime));
    for (Late late : credit.late()) {
      Map<String, String> facts =
          Facts.of(
              "units",
              Decimals.plain(late.units()),
              "months",
              late.months(),
              "taken",
              late.taken());
      Exact lost = late.taken().of(inTime.exact().times(late.share()));
      parts.add(Derivation.leaf("late-penalty", facts, lost.negated()));
    }
    return Derivation.sumOf("late-line", Lines.facts(credit, credit.paying()), parts);
  }

  private Derivation inTime(Credit credit, Offer offer, Exact left) {
    Exact uncut = offer.on(credit.paying());
    if (left == null) {
      return Lines.leaf(credit, credit.paying(), uncut);
    }
    Map<String, String> facts = Lines.facts(credit, credit.paying());
    facts.put("limit", Exact.of(perLine.orElseThrow()).toString());
    facts.put("uncut", uncut.toString());
    return Derivation.leaf("limited-line", facts, uncut.times(left));
  }

  /**
   * What part the limit leaves of a sale that earned more, by the sale's id. A sale and what was
   * corrected about its price are one; a return gives back in proportion what its sale was given,
   * so that a sale and its full return leave nothing.
   */
  private Map<Long, Exact> left(List<Credit> credits, Offers offers) {
    if (perLine.isEmpty()) {
      return Map.of();
    }
    Exact most = Exact.of(perLine.get());
    Map<Long, Exact> sold = new HashMap<>();
    Map<Long, Exact> back = new HashMap<>();
    for (Credit credit : credits) {
      SalesLine line = credit.line();
      boolean undoes = line.kind() == Kind.RETURN || line.kind() == Kind.CANCELLATION;
      Offer offer = offers.exception(credit).map(ProductOffer::offer).orElse(general);
      Exact earned = offer.on(credit.paying());
      (undoes ? back : sold).merge(line.origin(), earned, Exact::plus);
    }
    // What came back from nowhere mirrors a sale.
    back.forEach(sold::putIfAbsent);
    Map<Long, Exact> left = new HashMap<>();
    sold.forEach(
        (sale, earned) -> {
          Exact size = earned.max(earned.negated());
          if (size.compareTo(most) > 0) {
            left.put(sale, most.dividedBy(size));
          }
        });
    return left;
  }

  private Map<String, String> facts(Offer offer, Exact counts) {
    String kind = offer instanceof Offer.Each ? "amount" : "rate";
    return Facts.of(kind, offer.text(), "measure", pays, "counts", counts);
  }

  /** Which exception a line falls under: that for its product before that for its group. */
  private static final class Offers {
    private final Map<String, ProductOffer> byItem = new HashMap<>();
    private final Map<String, ProductOffer> byGroup = new HashMap<>();

    Offers(List<ProductOffer> except) {
      for (ProductOffer offer : except) {
        offer.items().forEach(item -> byItem.put(item, offer));
        offer.groups().forEach(group -> byGroup.put(group, offer));
      }
    }

    Optional<ProductOffer> exception(Credit credit) {
      Item item = credit.line().item();
      return Optional.ofNullable(byItem.get(item.code()))
          .or(() -> Optional.ofNullable(byGroup.get(item.group())));
    }
  }
}
