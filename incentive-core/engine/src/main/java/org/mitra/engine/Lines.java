package org.mitra.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mitra.money.Exact;

/** Leaves of derivations: what single sales lines gave. */
final class Lines {
  /** The step of a single line. */
  static final String LINE = "line";

  private Lines() {}

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
    SalesLine line = credit.line();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("id", Long.toString(line.id()));
    facts.put("document", line.document());
    facts.put("line", line.line());
    facts.put("kind", line.kind().name());
    facts.put("item", line.item().code());
    facts.put("soldAt", line.soldAt().toString());
    facts.put("counts", part.toString());
    return Derivation.leaf(LINE, facts, given);
  }
}
