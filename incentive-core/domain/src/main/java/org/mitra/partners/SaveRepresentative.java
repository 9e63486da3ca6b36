package org.mitra.partners;

import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;

/**
 * Adds a representative to a partner, or renames the one with this code.
 *
 * @param partner code of the partner for whom he sells
 * @param code business key of a partner of his own; normalised
 * @param name as people know him
 */
public record SaveRepresentative(String partner, String code, String name) {
  public SaveRepresentative {
    partner = BusinessKey.require(partner, "partner");
    code = BusinessKey.require(code, "code");
    name = Fields.text(name, 200, "name");
  }
}
