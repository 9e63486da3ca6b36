package org.mitra.settlements;

import org.mitra.data.Fields;
import org.mitra.remittance.RemittanceFormat;

/**
 * A second person's yes.
 *
 * @param digest of the settlement as he saw it; what changed since is not released
 * @param format in which the files for the bank are made
 */
public record ReleaseSettlement(String digest, RemittanceFormat format) {
  public ReleaseSettlement {
    Fields.present(digest, "digest");
    Fields.present(format, "format");
  }
}
