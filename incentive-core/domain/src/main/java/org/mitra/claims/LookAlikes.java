package org.mitra.claims;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.mitra.data.BusinessKey;

/**
 * Folds what eyes confuse: serials with the same folded form may be the same unit, misread or made
 * to look new. They are never merged, only held until a person has looked.
 *
 * <p>Beyond {@link BusinessKey}: O is 0, I and L are 1, Cyrillic and Greek letters are the Latin
 * ones that they look like, digits of all scripts are the same, accents and kinds of hyphens do not
 * count, nor do leading zeros.
 */
final class LookAlikes {
  private static final Map<Integer, Integer> LATIN = new HashMap<>();

  static {
    same("АВСЕНІЈКМОРЅТХУԀԚԜҮ", "ABCEHIJKMOPSTXYDQWY");
    same("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC");
    same("‐‑‒–—―−﹣－", "---------");
    same("OIL|", "0111");
  }

  private LookAlikes() {}

  private static void same(String seen, String latin) {
    int[] from = seen.codePoints().toArray();
    int[] to = latin.codePoints().toArray();
    for (int i = 0; i < from.length; i++) {
      LATIN.put(from[i], to[i]);
    }
  }

  static String fold(String text) {
    String bare =
        Normalizer.normalize(BusinessKey.normalise(text), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "");
    StringBuilder folded = new StringBuilder(bare.length());
    bare.codePoints()
        .map(LookAlikes::latin)
        .map(LookAlikes::latin)
        .forEach(folded::appendCodePoint);
    int start = 0;
    while (start < folded.length() - 1 && folded.charAt(start) == '0') {
      start++;
    }
    return folded.substring(start);
  }

  /** Done twice, since the Cyrillic О is the Latin O, which is the digit 0. */
  private static int latin(int character) {
    int digit = Character.digit(character, 10);
    return digit >= 0 ? '0' + digit : LATIN.getOrDefault(character, character);
  }
}
