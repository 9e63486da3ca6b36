package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SN-01LK",
        "sn-01lk",
        " SN-01 LK\u00a0",
        "0SN-01LK",
        "000SN-01LK",
        "OSN-01LK",
        "SN-O1LK",
        "SN-0lLK",
        "SN-0ILK",
        "SN-OIIK",
        "SN-0|1K",
        "ＳＮ－０１ＬＫ",
        "SN\u201301LK",
        "SN\u221201LK",
        "\u0405N-01LK", // Cyrillic dze
        "SN-\u041e1LK", // Cyrillic O
        "S\u039d-01LK", // Greek nu
        "SN-01L\u041a", // Cyrillic ka
        "SN-01L\u039a", // Greek kappa
        "SN-\u03bf1LK", // small Greek omicron
        "SN-\u0660\u0661LK", // Arabic-Indic digits
        "SN-01L\u0301K", // a combining accent
        "S\u200bN-01LK", // an invisible blank
      })
  void whatEyesConfuseFoldsToTheSame(String serial) {
    assertThat(LookAlikes.fold(serial)).isEqualTo("SN-011K");
  }

  @ParameterizedTest
  @CsvSource({
    "SN-01LK, SN-01LX",
    "A1B2, A1B3",
    "1-11, 11-1",
    "SN-100, SN-10",
    "ABC, ABCD",
    "7, 70"
  })
  void differentUnitsStayDifferent(String one, String other) {
    assertThat(LookAlikes.fold(one)).isNotEqualTo(LookAlikes.fold(other));
  }

  @Test
  void zerosAloneAreStillSomething() {
    assertThat(LookAlikes.fold("000")).isEqualTo("0").isEqualTo(LookAlikes.fold("O"));
    assertThat(LookAlikes.fold("")).isEmpty();
  }

  @Test
  void doesNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(LookAlikes.fold("iıİI")).isEqualTo("1111");
    } finally {
      Locale.setDefault(before);
    }
  }
}
