package org.mitra.claims;

/**
 * Does something with a claim as it was seen.
 *
 * @param version of the claim that was seen; a change in between answers 409
 * @param text a reason, a remark; empty where none is asked for
 */
public record DecideClaim(Integer version, String text) {
  public DecideClaim {
    text = text == null ? "" : text;
  }
}
