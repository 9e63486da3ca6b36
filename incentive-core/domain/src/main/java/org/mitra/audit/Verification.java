package org.mitra.audit;

import org.mitra.data.Sha256;

/**
 * The chain of events as it was found.
 *
 * @param events how many events hold, from the first
 * @param hash that of the last of them; written down elsewhere, it proves that nobody made the
 *     whole chain anew
 * @param brokenAt number of the event where it breaks, 0 when it holds
 * @param broken how; null when it holds
 */
public record Verification(long events, Sha256 hash, long brokenAt, Break broken) {
  public boolean holds() {
    return broken == null;
  }
}
