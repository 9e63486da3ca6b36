package org.mitra.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitra.bank.UsableAccount;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.xml.sax.SAXException;

class Pain001Test {
  private static final Instruction INSTRUCTION =
      new Instruction(
          "MITRA-R-000001-IDR",
          OffsetDateTime.parse("2026-11-22T10:15:30+07:00"),
          LocalDate.of(2026, 11, 22),
          "PT Mitra & Co <Jaya>",
          new Payer.Account(Currency.IDR, "CENAIDJA", "0105550001"),
          List.of(
              transfer(1, "0123456789", "=Toko \"Maju\" é✓", "17000000"),
              transfer(2, "DE89370400440532013000", "Łódź 株式会社", "850001")));

  private static Transfer transfer(long id, String number, String holder, String amount) {
    return new Transfer(
        id,
        1,
        "P-00000" + id,
        new UsableAccount(id, "BMRIIDJA", number, holder),
        Money.of(amount, Currency.IDR),
        "Incentive S-000001 P-00000" + id);
  }

  @Test
  void readsAsWhatItSaysByTheStandardsOwnModel() {
    String xml = new String(Pain001.write(INSTRUCTION), StandardCharsets.UTF_8);
    CustomerCreditTransferInitiationV09 read = MxPain00100109.parse(xml).getCstmrCdtTrfInitn();

    assertThat(read.getGrpHdr().getNbOfTxs()).isEqualTo("2");
    assertThat(read.getGrpHdr().getCtrlSum()).isEqualByComparingTo("17850001");
    List<CreditTransferTransaction34> transfers = read.getPmtInf().get(0).getCdtTrfTxInf();
    assertThat(
            transfers.stream()
                .map(t -> t.getAmt().getInstdAmt().getValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(read.getGrpHdr().getCtrlSum());
    assertThat(transfers.get(0).getCdtrAcct().getId().getOthr().getId()).isEqualTo("0123456789");
    assertThat(transfers.get(1).getCdtrAcct().getId().getIBAN())
        .isEqualTo("DE89370400440532013000");
    assertThat(transfers)
        .extracting(t -> t.getPmtId().getEndToEndId())
        .containsExactly("P-000001-1", "P-000002-1");
    assertThat(read.getPmtInf().get(0).getDbtr().getNm()).isEqualTo("PT Mitra Co Jaya");
  }

  @Test
  void standsInTheOrderAndWithTheElementsOfTheStandard(@TempDir Path folder) throws Exception {
    Schema schema = schema(folder);
    String xml = new String(Pain001.write(INSTRUCTION), StandardCharsets.UTF_8);
    schema.newValidator().validate(new StreamSource(new StringReader(unqualified(xml))));
    for (String wrong :
        List.of(
            xml.replace("<PmtMtd>TRF</PmtMtd>", "")
                .replace("<PmtInf>", "<PmtInf><PmtMtd>TRF</PmtMtd>"),
            xml.replace("<NbOfTxs>", "<NumberOfTxs>").replace("</NbOfTxs>", "</NumberOfTxs>"))) {
      assertThat(isValid(schema, unqualified(wrong))).as("the schema refuses " + wrong).isFalse();
    }
  }

  @Test
  void isTheSameBytesWithEveryVersionOfTheLibrary() {
    assertThat(new String(Pain001.write(INSTRUCTION), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>\
            <GrpHdr><MsgId>MITRA-R-000001-IDR</MsgId><CreDtTm>2026-11-22T10:15:30+07:00</CreDtTm>\
            <NbOfTxs>2</NbOfTxs><CtrlSum>17850001</CtrlSum>\
            <InitgPty><Nm>PT Mitra Co Jaya</Nm></InitgPty></GrpHdr>\
            <PmtInf><PmtInfId>MITRA-R-000001-IDR</PmtInfId><PmtMtd>TRF</PmtMtd>\
            <NbOfTxs>2</NbOfTxs><CtrlSum>17850001</CtrlSum>\
            <ReqdExctnDt><Dt>2026-11-22</Dt></ReqdExctnDt><Dbtr><Nm>PT Mitra Co Jaya</Nm></Dbtr>\
            <DbtrAcct><Id><Othr><Id>0105550001</Id></Othr></Id><Ccy>IDR</Ccy></DbtrAcct>\
            <DbtrAgt><FinInstnId><BICFI>CENAIDJA</BICFI></FinInstnId></DbtrAgt>\
            <CdtTrfTxInf><PmtId><InstrId>P-000001-1</InstrId><EndToEndId>P-000001-1</EndToEndId></PmtId>\
            <Amt><InstdAmt Ccy="IDR">17000000</InstdAmt></Amt>\
            <CdtrAgt><FinInstnId><BICFI>BMRIIDJA</BICFI></FinInstnId></CdtrAgt>\
            <Cdtr><Nm>Toko Maju e</Nm></Cdtr>\
            <CdtrAcct><Id><Othr><Id>0123456789</Id></Othr></Id></CdtrAcct>\
            <RmtInf><Ustrd>Incentive S-000001 P-000001</Ustrd></RmtInf></CdtTrfTxInf>\
            <CdtTrfTxInf><PmtId><InstrId>P-000002-1</InstrId><EndToEndId>P-000002-1</EndToEndId></PmtId>\
            <Amt><InstdAmt Ccy="IDR">850001</InstdAmt></Amt>\
            <CdtrAgt><FinInstnId><BICFI>BMRIIDJA</BICFI></FinInstnId></CdtrAgt>\
            <Cdtr><Nm>odz</Nm></Cdtr>\
            <CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>\
            <RmtInf><Ustrd>Incentive S-000001 P-000002</Ustrd></RmtInf></CdtTrfTxInf>\
            </PmtInf></CstmrCdtTrfInitn></Document>""");
  }

  /** The library's model puts only the root into the standard's namespace. */
  private static String unqualified(String xml) {
    return xml.replace("<Document xmlns=", "<p:Document xmlns:p=")
        .replace("</Document>", "</p:Document>");
  }

  private static boolean isValid(Schema schema, String xml) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      return true;
    } catch (SAXException e) {
      return false;
    }
  }

  /** The schema of the standard, as the library's model has it. */
  private static Schema schema(Path folder) throws JAXBException, IOException, SAXException {
    JAXBContext.newInstance(MxPain00100109.class)
        .generateSchema(
            new SchemaOutputResolver() {
              @Override
              public Result createOutput(String namespace, String name) {
                return new StreamResult(folder.resolve(name).toFile());
              }
            });
    try (Stream<Path> files = Files.list(folder)) {
      File[] of = files.sorted().map(Path::toFile).toArray(File[]::new);
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Stream.of(of).map(StreamSource::new).toArray(Source[]::new));
    }
  }

  @Test
  void aTableCannotBecomeAFormula() {
    String csv = new String(BankCsv.write(INSTRUCTION), StandardCharsets.UTF_8);
    assertThat(csv).contains("0123456789").contains("17000000").doesNotContain("\"Maju\"");
    for (String cell : csv.substring(1).split("[,\r\n]+")) {
      assertThat(cell).doesNotMatch("[=+\\-@].*");
    }
  }
}
