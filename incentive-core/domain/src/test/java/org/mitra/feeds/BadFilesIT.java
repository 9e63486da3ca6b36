package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.feeds.FeedWorld.HEADER;
import static org.mitra.feeds.FeedWorld.MAYA;
import static org.mitra.feeds.FeedWorld.csv;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/**
 * A file that cannot be read as a whole is refused with a sentence, and nothing of it is stored.
 */
@ExtendWith(ArquillianExtension.class)
class BadFilesIT {
  @Inject private FeedWorld world;
  @Inject private Imports imports;

  @Test
  void eachIsToldByNameAndStoresNothing() throws Exception {
    world.set("BAD");
    world.mapping("BAD-XLSX", FeedWorld.mapping("BAD", "XLSX", ""));
    refused("BAD", HEADER.getBytes(StandardCharsets.UTF_16LE), "file.nul");
    refused(
        "BAD",
        (HEADER + "Ä;1;;05/01/2026;BAD;BAD;1;1;").getBytes(Charset.forName("windows-1252")),
        "file.charset");
    refused("BAD", "Invoice;Line\nA;1".getBytes(StandardCharsets.UTF_8), "file.column-missing");
    refused("BAD", HEADER.replace(';', ',').getBytes(StandardCharsets.UTF_8), "file.separator");
    refused("BAD", (HEADER + "\"A;1").getBytes(StandardCharsets.UTF_8), "file.quote");
    refused(
        "BAD", HEADER.replace("Line", "Qty").getBytes(StandardCharsets.UTF_8), "file.column-twice");
    refused("BAD", "<html><table>".getBytes(StandardCharsets.UTF_8), "file.html");
    refused("BAD-XLSX", csv(), "file.not-xlsx");
    refused("BAD-XLSX", bomb(), "file.zip-bomb");
    assertThat(world.lines("BAD")).isEmpty();
  }

  @Test
  void anEmptyFileIsNotEvenAnImport() {
    world.set("HOLLOW");
    assertThatThrownBy(
            () -> imports.upload(MAYA, "HOLLOW", "e.csv", new ByteArrayInputStream(new byte[0])))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("file.empty"));
    assertThatThrownBy(() -> imports.upload(MAYA, "none", "e.csv", new ByteArrayInputStream(csv())))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("mapping.not-there"));
  }

  @Test
  void aHeaderOnlyIsAFileWithoutRows() throws Exception {
    world.set("BARE");
    ImportDetail looked = world.previewed("BARE", csv());
    assertThat(looked.summary().state()).isEqualTo(ImportState.PREVIEWED);
    assertThat(looked.preview().rows()).isZero();
    assertThat(world.commit(looked.summary().uid()).summary().state())
        .isEqualTo(ImportState.COMMITTED);
  }

  private void refused(String mapping, byte[] file, String code) throws Exception {
    ImportDetail detail = world.previewed(mapping, file);
    assertThat(detail.summary().state()).as(code).isEqualTo(ImportState.REFUSED);
    assertThat(detail.refusal().code()).isEqualTo(code);
    for (Locale language : new Locale[] {Texts.ENGLISH, Texts.INDONESIAN}) {
      assertThat(Texts.in(language).has("problem." + code)).as(code + " " + language).isTrue();
      assertThat(Texts.in(language).has("problem." + code + ".next")).as(code).isTrue();
    }
    assertThatThrownBy(() -> imports.commit(MAYA, detail.summary().uid()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("import.not-previewed"));
  }

  /** A spreadsheet of a few kilobytes that unpacks to hundreds of megabytes. */
  private static byte[] bomb() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        byte[] blanks = new byte[1024 * 1024];
        java.util.Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < 300; i++) {
          zip.write(blanks);
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
