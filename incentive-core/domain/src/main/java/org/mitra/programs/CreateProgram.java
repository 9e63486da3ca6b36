package org.mitra.programs;

import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.engine.Terms;

/**
 * Creates a program as a draft.
 *
 * @param code business key; normalised
 * @param terms what it promises
 */
public record CreateProgram(String code, Terms terms) {
  public CreateProgram {
    code = BusinessKey.require(code, "code");
    Fields.present(terms, "terms");
  }
}
