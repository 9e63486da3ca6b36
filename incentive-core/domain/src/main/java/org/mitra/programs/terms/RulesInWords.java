package org.mitra.programs.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.engine.Attach;
import org.mitra.engine.Attainment;
import org.mitra.engine.Contest;
import org.mitra.engine.EveryX;
import org.mitra.engine.Flat;
import org.mitra.engine.Offer;
import org.mitra.engine.Per;
import org.mitra.engine.PerUnit;
import org.mitra.engine.Pool;
import org.mitra.engine.ProductOffer;
import org.mitra.engine.Tier;
import org.mitra.engine.Yardstick;

/** Rules that compare with a yardstick, or partners with each other, as sentences. */
final class RulesInWords {
  private final TermsInWords words;

  RulesInWords(TermsInWords words) {
    this.words = words;
  }

  List<String> of(Flat rule) {
    String rate = words.formats().rate(rule.rate());
    String general = words.text("flat", "rate", rate, "measure", words.measure(rule.pays()));
    return lines(general, rule.except(), rule.perLine());
  }

  List<String> of(PerUnit rule) {
    String per = rule.per() == Per.UNIT ? "per-unit" : "per-document";
    String general = words.text(per, "amount", words.money(rule.amount()));
    return lines(general, rule.except(), rule.perLine());
  }

  /** What holds in general, what holds instead for some products, and the most for a line. */
  private List<String> lines(
      String general, List<ProductOffer> except, Optional<BigDecimal> perLine) {
    List<String> sentences = new ArrayList<>();
    sentences.add(general);
    for (ProductOffer exception : except) {
      sentences.add(
          words.text(
              "instead",
              "offer",
              words.offer(exception.offer()),
              "products",
              words.products(exception.groups(), exception.items())));
    }
    boolean items = except.stream().anyMatch(exception -> !exception.items().isEmpty());
    boolean groups = except.stream().anyMatch(exception -> !exception.groups().isEmpty());
    if (items && groups) {
      sentences.add(words.text("instead.most-specific"));
    }
    perLine.ifPresent(
        limit -> sentences.add(words.text("limit.line", "limit", words.money(limit))));
    return sentences;
  }

  String of(EveryX rule) {
    return words.text(
        "every-x",
        "amount",
        words.money(rule.amount()),
        "every",
        words.much(rule.pays(), rule.every()),
        "measure",
        words.measure(rule.pays()));
  }

  List<String> of(Attainment rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            "attainment",
            "measure",
            words.measure(rule.qualifies()),
            "yardstick",
            yardstick(rule)));
    for (Tier tier : rule.table().tiers()) {
      sentences.addAll(attained(rule, tier));
    }
    if (rule.yardstick().kind() != Yardstick.Kind.FIXED) {
      sentences.add(words.text("yardstick.missing"));
    }
    return sentences;
  }

  private List<String> attained(Attainment rule, Tier tier) {
    List<String> sentences = new ArrayList<>();
    String from = words.formats().number(tier.from());
    if (!(tier.offer() instanceof Offer.Nothing)) {
      sentences.add(
          words.text(
              "attainment." + rule.mode() + "." + rule.table().starts(),
              "offer",
              words.offer(tier.offer()),
              "from",
              from,
              "pays",
              words.measure(rule.pays())));
    }
    boolean each = rule.mode() == Attainment.Mode.MARGINAL;
    String once = "attainment.once." + (each ? "each" : "highest");
    tier.plus()
        .ifPresent(
            plus -> sentences.add(words.text(once, "plus", words.money(plus), "from", from)));
    return sentences;
  }

  private String yardstick(Attainment rule) {
    Yardstick yardstick = rule.yardstick();
    return words.text(
        "yardstick." + yardstick.kind(),
        "amount",
        yardstick.amount().map(amount -> words.much(rule.qualifies(), amount)).orElse(""),
        "periods",
        yardstick.periods().map(words::number).orElse(""));
  }

  List<String> of(Pool rule) {
    return List.of(
        words.text(
            "pool",
            "measure",
            words.measure(rule.measure()),
            "target",
            words.money(rule.target()),
            "rate",
            words.formats().rate(rule.rate())),
        words.text("pool." + rule.sharing()));
  }

  List<String> of(Attach rule) {
    return List.of(
        words.text(
            "attach",
            "amount",
            words.money(rule.amount()),
            "groups",
            words.list(rule.groups().stream().sorted().toList())));
  }

  List<String> of(Contest rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            "contest",
            "measure",
            words.measure(rule.measure()),
            "least",
            words.much(rule.measure(), rule.least())));
    for (int i = 0; i < rule.prizes().size(); i++) {
      BigDecimal prize = rule.prizes().get(i);
      sentences.add(
          words.text("contest.prize", "place", words.number(i + 1), "prize", words.money(prize)));
    }
    sentences.add(words.text("contest.equals"));
    return sentences;
  }
}
