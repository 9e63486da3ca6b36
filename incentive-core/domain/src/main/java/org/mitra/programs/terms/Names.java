package org.mitra.programs.terms;

import java.util.Map;

/**
 * What people call the products and groups that terms name by code; what is not known is called by
 * its code.
 *
 * @param items names by product code
 * @param groups names by group code, in the reader's language
 */
public record Names(Map<String, String> items, Map<String, String> groups) {
  public static final Names NONE = new Names(Map.of(), Map.of());

  String item(String code) {
    return items.getOrDefault(code, code);
  }

  String group(String code) {
    return groups.getOrDefault(code, code);
  }
}
