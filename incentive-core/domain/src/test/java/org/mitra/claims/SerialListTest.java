package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitra.problem.Problem;

class SerialListTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-1\nA-2\nA-3",
        "A-1\r\nA-2\r\n\r\n  A-3  \r\n",
        "A-1, A-2, A-3",
        "A-1;A-2\nA-3",
        "\"A-1\"\n\"A-2\"\n\"A-3\"",
        "Nomor Seri\nA-1\nA-2\nA-3",
        "product;Serial No.;customer\nDRILL;A-1;Ani\nDRILL;A-2;\nSAW;A-3;Edi\nSAW\n",
        "S/N\tproduct\nA-1\tx\nA-2\ty\nA-3\tz",
      })
  void readsWhatPeopleHave(String text) {
    assertThat(SerialList.of(text)).containsExactly("A-1", "A-2", "A-3");
  }

  @Test
  void readsFilesOfTheUsualKinds() {
    String list = "\uFEFFserial\nA-1";
    assertThat(SerialList.read(list.getBytes(StandardCharsets.UTF_8))).containsExactly("A-1");
    assertThat(SerialList.read(list.getBytes(StandardCharsets.UTF_16LE))).containsExactly("A-1");
    assertThat(SerialList.read(list.getBytes(StandardCharsets.UTF_16BE))).containsExactly("A-1");
  }

  @Test
  void saysWhatIsWrongWithOthers() {
    refused("PK\u0003\u0004xlsx".getBytes(StandardCharsets.UTF_8), "claim.list-binary");
    refused("%PDF-1.4".getBytes(StandardCharsets.UTF_8), "claim.list-binary");
    refused("A\0B".getBytes(StandardCharsets.UTF_8), "claim.list-binary");
    refused("A-1é".getBytes(StandardCharsets.ISO_8859_1), "claim.list-encoding");
    refused("serial\n\n".getBytes(StandardCharsets.UTF_8), "claim.list-empty");
    refused(new byte[0], "claim.list-empty");
    refused(new byte[SerialList.LARGEST + 1], "claim.list-too-large");
  }

  @Test
  void aSerialThatASpreadsheetShortenedIsNamedWithItsPlace() {
    SaveClaim claim =
        new SaveClaim("P", "", java.util.List.of("A-1", "1.23457E+17"), null, null, null);
    assertThatThrownBy(claim::units)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("claim.serial-shortened");
              assertThat(problem.facts())
                  .containsEntry("position", "2")
                  .containsEntry("value", "1.23457E+17");
              assertThat(problem.field()).isEqualTo("/serials/1");
            });
  }

  private static void refused(byte[] content, String code) {
    assertThatThrownBy(() -> SerialList.read(content))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
