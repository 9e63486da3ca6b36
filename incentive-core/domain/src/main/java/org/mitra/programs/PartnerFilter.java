package org.mitra.programs;

import java.util.Locale;
import org.mitra.data.Fields;
import org.mitra.partners.PartnerType;

/**
 * Which partners are meant, as they stand today.
 *
 * @param type null for all
 * @param level empty for all
 * @param region empty for all
 */
public record PartnerFilter(PartnerType type, String level, String region) {
  public PartnerFilter {
    level = Fields.optional(level, 32, "level").toUpperCase(Locale.ROOT);
    region = Fields.optional(region, 64, "region").toUpperCase(Locale.ROOT);
  }
}
