package org.mitra.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mitra.money.Exact;

/** Leaves of derivations: what single sales lines gave. */
final class Lines {
  private Lines() {}

  /** Whether something of what was sold was not returned. */
  static boolean kept(List<Credit> lines) {
    return units(lines).signum() > 0;
  }

  /** The first line that sold something. */
  static Credit firstSold(List<Credit> lines) {
    return lines.stream()
        .filter(credit -> credit.line().quantity().signum() > 0)
        .findFirst()
        .orElseThrow();
  }

  /** How much of the credit for units that were kept is the payee's; others may have a share. */
  static Exact shareOf(List<Credit> lines) {
    Exact credited = lines.stream().map(Credit::paying).reduce(Exact.ZERO, Exact::plus);
    return credited.dividedBy(Exact.of(units(lines)));
  }

  private static BigDecimal units(List<Credit> lines) {
    return lines.stream()
        .map(credit -> credit.line().quantity())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One step whose parts are its lines, or a leaf when lines are not kept. */
  static Derivation step(
      String code,
      Map<String, String> facts,
      Exact total,
      Measured measured,
      Function<Credit, Exact> given) {
    if (!measured.keepsLines()) {
      return Derivation.leaf(code, facts, total);
    }
    List<Derivation> leaves =
        measured.credits().stream()
            .map(credit -> leaf(credit, credit.paying(), given.apply(credit)))
            .toList();
    return leaves.isEmpty()
        ? Derivation.leaf(code, facts, total)
        : new Derivation(code, facts, total, leaves);
  }

  static Derivation leaf(Credit credit, Exact part, Exact given) {
    if (Carried.is(credit)) {
      return Derivation.leaf("carried-in", Facts.of("counts", part), given);
    }
    return Derivation.leaf("line", facts(credit, part), given);
  }

  static Map<String, String> facts(Credit credit, Exact part) {
    SalesLine line = credit.line();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", Long.toString(line.id()));
    facts.put("document", line.document());
    facts.put("line", line.line());
    facts.put("kind", line.kind().name());
    facts.put("item", line.item().code());
    facts.put("soldAt", line.soldAt().toString());
    facts.put("counts", part.toString());
    return facts;
  }
}
