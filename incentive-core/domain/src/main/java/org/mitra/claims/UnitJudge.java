package org.mitra.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.claims.ClaimItems.Asked;
import org.mitra.data.Sha256;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Credit;
import org.mitra.engine.Crediting;
import org.mitra.engine.Refusal;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Terms;
import org.mitra.money.Rate;

/** Judges single units of one partner in one program, by facts that were read before. */
final class UnitJudge {
  /** The engine's word for a line that would count if its units were claimed. */
  private static final String NOT_CLAIMED = "not-claimed";

  /** What the column of a unit's key holds. */
  private static final int KEY = 160;

  private final CompiledProgram program;
  private final Crediting crediting;
  private final String partner;
  private final SoldUnits.Facts facts;
  private final Instant now;
  private final ZoneId house;

  /**
   * @param partner code of the partner who claims
   * @param house the zone in which the house keeps its books
   */
  UnitJudge(
      CompiledProgram program, String partner, SoldUnits.Facts facts, Instant now, ZoneId house) {
    this.program = program;
    this.crediting = new Crediting(List.of(program));
    this.partner = partner;
    this.facts = facts;
    this.now = now;
    this.house = house;
  }

  /**
   * A serial may have been sold more than once: returned and sold again, or down the channel. The
   * newest sale that passes is the one; of those that fail, the newest says why.
   */
  Verdict judge(Asked item) {
    List<SalesLine> sales = item.unit().isSerial() ? ofSerial(item.unit()) : ofLine(item.unit());
    Verdict newest = null;
    for (SalesLine sale : sales) {
      if (program.pays(sale, partner)) {
        Verdict verdict = judge(item, sale);
        if (!verdict.isFailed()) {
          return verdict;
        }
        newest = newest == null ? verdict : newest;
      }
    }
    if (newest != null) {
      return newest;
    }
    boolean others = sales.stream().anyMatch(this::isOfTheFlows);
    return Verdict.unknown(item, Finding.of(others ? "sold-by-another" : "not-sold"));
  }

  private List<SalesLine> ofSerial(ClaimedUnit unit) {
    return facts.bySerial().getOrDefault(unit.serial(), List.of());
  }

  /** An invoice with one line needs no line number. */
  private List<SalesLine> ofLine(ClaimedUnit unit) {
    List<SalesLine> lines =
        facts.byDocument().getOrDefault(unit.document(), List.of()).stream()
            .filter(this::isOfTheFlows)
            .toList();
    return unit.line().isEmpty() && lines.size() == 1
        ? lines
        : lines.stream().filter(line -> line.line().equals(unit.line())).toList();
  }

  private boolean isOfTheFlows(SalesLine sale) {
    return terms(sale).scope().flows().contains(sale.flow());
  }

  private Terms terms(SalesLine sale) {
    return program.termsOn(soldOn(sale));
  }

  private LocalDate soldOn(SalesLine sale) {
    return LocalDate.ofInstant(sale.countsAt(), program.zone());
  }

  private Verdict judge(Asked item, SalesLine sale) {
    Terms terms = terms(sale);
    Verdict verdict = found(item, sale, terms);
    Optional<Refusal> refusal = refusal(sale);
    if (refusal.isEmpty() || terms.claim().isEmpty()) {
      return verdict.failed(refusal.map(Finding::of).orElse(Finding.of("no-claim-needed")));
    }
    if (!refusal.get().code().equals(NOT_CLAIMED)) {
      return verdict.failed(Finding.of(refusal.get()));
    }
    if (!item.unit().isSerial() && facts.withSerials().contains(sale.id())) {
      return verdict.failed(Finding.of("serials-needed"));
    }
    SoldUnits.Returned returned = facts.returned(sale.id());
    if (returned.serials().contains(item.unit().serial())
        || returned.quantity().compareTo(sale.quantity()) >= 0) {
      LocalDate back = LocalDate.ofInstant(returned.lastAt(), program.zone());
      return verdict.failed(Finding.of("returned", back, ""));
    }
    return inTime(item, verdict, terms.claim().get());
  }

  private Optional<Refusal> refusal(SalesLine sale) {
    List<Refusal> refusals = new ArrayList<>(1);
    crediting.see(
        sale,
        new Crediting.Sink() {
          @Override
          public void credited(AccrualKey key, Credit credit) {
            // It counts without a claim.
          }

          @Override
          public void refused(String program, SalesLine line, Refusal refusal) {
            refusals.add(refusal);
          }
        });
    return refusals.stream().findFirst();
  }

  private Verdict found(Asked item, SalesLine sale, Terms terms) {
    ClaimedUnit unit = item.unit();
    String document = sale.document();
    BigDecimal left = sale.quantity().subtract(facts.returned(sale.id()).quantity());
    Verdict.Sale found =
        new Verdict.Sale(
            sale,
            terms.payee(),
            unit.isSerial() ? unit.serial() : lineKey(sale, document),
            unit.isSerial()
                ? LookAlikes.fold(unit.serial())
                : lineKey(sale, LookAlikes.fold(document)),
            soldOn(sale),
            LocalDate.ofInstant(sale.countsAt(), house),
            terms.claim().map(ClaimTerms::proof).orElse(false),
            claimed(item, sale, terms));
    return new Verdict(
        item.position(),
        unit,
        unit.units() == null ? left.max(BigDecimal.ZERO) : unit.units(),
        ItemState.PASSED,
        Finding.NONE,
        Optional.of(found),
        BigDecimal.ZERO);
  }

  private Claimed claimed(Asked item, SalesLine sale, Terms terms) {
    Instant at = item.submittedAt().orElse(now);
    return terms
        .claim()
        .map(claim -> Claimed.of(claim, soldOn(sale), at, program.zone()))
        .orElseGet(() -> new Claimed(at, 0, Rate.ZERO));
  }

  /** Serials have no blanks, so a line's key is never a serial's. */
  private static String lineKey(SalesLine sale, String document) {
    String seller = sale.seller().map(party -> party.id()).orElse("");
    String key = seller + " " + document + " " + sale.line();
    return key.length() <= KEY ? key : "# " + Sha256.of(key);
  }

  /** Until the last moment of the last day, in the program's zone. */
  private Verdict inTime(Asked item, Verdict verdict, ClaimTerms terms) {
    LocalDate claimed = LocalDate.ofInstant(item.submittedAt().orElse(now), program.zone());
    LocalDate soldOn = verdict.soldOn();
    LocalDate last = terms.claimableUntil(soldOn);
    return claimed.isAfter(last)
        ? verdict.failed(Finding.of("window-over", soldOn, last))
        : verdict;
  }
}
