package org.mitra.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * What a claim says. Saved as a draft, and again as often as the partner likes until he submits it.
 *
 * @param program code of the program; fixed once the claim exists
 * @param remark of the partner; may be empty
 * @param serials of the units, as typed or read from a list
 * @param lines units without serials, by invoice and line
 * @param documents ids of uploaded proofs
 * @param version of the claim that is changed; null for a new one
 */
public record SaveClaim(
    String program,
    String remark,
    List<String> serials,
    List<ClaimedUnit> lines,
    List<UUID> documents,
    Integer version) {
  /** More units than this do not go into one claim. */
  public static final int MOST_ITEMS = 20_000;

  /** More proofs than this do not go with one claim. */
  public static final int MOST_DOCUMENTS = 20;

  public SaveClaim {
    program = BusinessKey.require(program, "program");
    remark = Fields.optional(remark, 1000, "remark");
    serials = whole(serials, "serials");
    lines = whole(lines, "lines");
    documents = whole(documents, "documents").stream().distinct().toList();
    if (serials.size() + lines.size() > MOST_ITEMS) {
      throw Problem.invalid("claim.too-many-items").with("most", MOST_ITEMS).at("/serials");
    }
    if (documents.size() > MOST_DOCUMENTS) {
      throw Problem.invalid("claim.too-many-documents")
          .with("most", MOST_DOCUMENTS)
          .at("/documents");
    }
  }

  private static <T> List<T> whole(List<T> list, String field) {
    if (list == null) {
      return List.of();
    }
    list.forEach(element -> Fields.present(element, field));
    return List.copyOf(list);
  }

  /**
   * Everything that is claimed, serials first.
   *
   * @throws Problem 400 that names the position of what cannot be a serial
   */
  List<ClaimedUnit> units() {
    List<ClaimedUnit> units = new ArrayList<>(serials.size() + lines.size());
    for (int i = 0; i < serials.size(); i++) {
      try {
        units.add(ClaimedUnit.serial(serials.get(i)));
      } catch (Problem problem) {
        throw problem.with("position", i + 1).at("/serials/" + i);
      }
    }
    units.addAll(lines);
    return units;
  }
}
