package org.mitra.remittance;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as every bank can read it: the basic Latin set that payment networks share. */
final class BankText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]+");
  private static final Pattern BLANKS = Pattern.compile(" {2,}");

  private BankText() {}

  /** At most so many characters; never empty. */
  static String of(String text, int most) {
    String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String latin = BLANKS.matcher(OTHERS.matcher(folded).replaceAll(" ")).replaceAll(" ").strip();
    String cut = latin.substring(0, Math.min(most, latin.length())).strip();
    return cut.isEmpty() ? "NOTPROVIDED" : cut;
  }
}
