package org.mitra.mappings;

import org.mitra.data.Fields;

/**
 * Creates a mapping, or the next version of the one with this name.
 *
 * @param name as people know it
 * @param definition the document, as JSON
 */
public record SaveMapping(String name, String definition) {
  public SaveMapping {
    name = Fields.text(name, 64, "name");
    Fields.present(definition, "definition");
  }
}
