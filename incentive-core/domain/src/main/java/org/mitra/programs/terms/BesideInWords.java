package org.mitra.programs.terms;

import java.util.ArrayList;
import java.util.List;
import org.mitra.engine.Counting;
import org.mitra.engine.Draw;
import org.mitra.engine.Part;
import org.mitra.engine.Pay;
import org.mitra.engine.Settles;
import org.mitra.engine.Stacking;
import org.mitra.engine.Terms;
import org.mitra.engine.Trigger;

/** What most terms do not say, as sentences: unusual counting, pay beside sales, other programs. */
final class BesideInWords {
  private final Terms terms;
  private final TermsInWords words;

  BesideInWords(Terms terms, TermsInWords words) {
    this.terms = terms;
    this.words = words;
  }

  /** What is paid beside what sales earn. */
  List<String> pay() {
    List<String> sentences = new ArrayList<>();
    terms
        .pay()
        .base()
        .ifPresent(base -> sentences.add(words.text("pay.base", "amount", words.money(base))));
    terms.pay().draw().ifPresent(draw -> sentences.add(draw(draw)));
    terms
        .pay()
        .atLeast()
        .ifPresent(
            least -> sentences.add(words.text("pay.at-least", "amount", words.money(least))));
    for (Pay.Training training : terms.pay().training()) {
      sentences.add(
          words.text(
              "pay.training",
              "amount",
              words.money(training.amount()),
              "certificate",
              training.certificate()));
    }
    return sentences;
  }

  private String draw(Draw draw) {
    return words.text(
        draw.recoverable() ? "pay.draw.recoverable" : "pay.draw",
        "amount",
        words.money(draw.amount()));
  }

  /** Who gets a part beside the payee. */
  List<String> shared() {
    List<String> sentences = new ArrayList<>();
    for (Part part : terms.counting().shared()) {
      sentences.add(
          words.text(
              "shared." + part.payee(),
              "part",
              words.number(part.part()),
              "of",
              words.number(part.of())));
    }
    return sentences;
  }

  /** What has to happen before a sale counts, and in which currency. */
  List<String> counting() {
    Counting counting = terms.counting();
    List<String> sentences = new ArrayList<>();
    if (counting.trigger() != Trigger.INVOICE) {
      sentences.add(words.text("trigger." + counting.trigger()));
    }
    counting
        .conversion()
        .ifPresent(conversion -> sentences.add(words.text("conversion." + conversion)));
    return sentences;
  }

  /** How measures add up over periods. */
  List<String> span() {
    List<String> sentences = new ArrayList<>();
    terms
        .counting()
        .spanMonths()
        .ifPresent(months -> sentences.add(words.text("span", "months", words.number(months))));
    terms.counting().inPeriod().ifPresent(it -> sentences.add(words.text("inside." + it)));
    return sentences;
  }

  /** How the program gets along with others, and what becomes of its amounts. */
  List<String> settling() {
    List<String> sentences = new ArrayList<>();
    terms.stacking().ifPresent(stacking -> sentences.add(stacking(stacking)));
    if (terms.settles() != Settles.PAYOUT) {
      sentences.add(words.text("settles." + terms.settles()));
    }
    return sentences;
  }

  private String stacking(Stacking stacking) {
    return words.text(
        "stacking." + stacking.method() + "." + stacking.per(),
        "group",
        stacking.group(),
        "precedence",
        words.number(stacking.precedence()),
        "ceiling",
        stacking.ceiling().map(words.formats()::rate).orElse(""));
  }
}
