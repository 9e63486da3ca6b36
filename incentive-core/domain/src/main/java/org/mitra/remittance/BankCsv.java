package org.mitra.remittance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import org.mitra.tables.TableFormat;
import org.mitra.tables.TableWriter;
import org.mitra.tables.Tables;

/** An instruction as a table. Text cannot turn into a formula; amounts are plain decimals. */
final class BankCsv {
  private BankCsv() {}

  static byte[] write(Instruction instruction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table = Tables.write(TableFormat.Type.CSV, out, ZoneOffset.UTC)) {
      table.row(
          "instruction",
          "execute_on",
          "payer_account",
          "reference",
          "holder",
          "bic",
          "account",
          "currency",
          "amount",
          "about");
      for (Transfer t : instruction.transfers()) {
        table.row(
            instruction.id(),
            instruction.executeOn(),
            instruction.account().number(),
            t.endToEndId(),
            BankText.of(t.account().holder(), 140),
            t.account().bic(),
            t.account().number(),
            t.amount().currency().code(),
            t.amount().amount(),
            BankText.of(t.about(), 140));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
