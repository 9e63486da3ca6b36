package org.mitra.remittance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mitra.bank.ProposeBankAccount;

/**
 * An instruction as ISO 20022 pain.001.001.09. Elements stand in the order of the standard; nothing
 * optional is written that a bank would have to guess about.
 */
final class Pain001 {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private final XMLStreamWriter xml;

  private Pain001(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(Instruction instruction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      // The JDK's own writer, so that the bytes do not depend on what the server brings.
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new Pain001(xml).document(instruction);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private void document(Instruction i) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("CstmrCdtTrfInitn");
    open("GrpHdr");
    element("MsgId", i.id());
    element(
        "CreDtTm",
        i.madeAt().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    sums(i);
    open("InitgPty");
    element("Nm", BankText.of(i.payer(), 140));
    close("InitgPty", "GrpHdr");
    open("PmtInf");
    element("PmtInfId", i.id());
    element("PmtMtd", "TRF");
    sums(i);
    open("ReqdExctnDt");
    element("Dt", i.executeOn().toString());
    close("ReqdExctnDt");
    open("Dbtr");
    element("Nm", BankText.of(i.payer(), 140));
    close("Dbtr");
    open("DbtrAcct");
    accountId(i.account().number());
    element("Ccy", i.currency().code());
    close("DbtrAcct");
    agent("DbtrAgt", i.account().bic());
    for (Transfer transfer : i.transfers()) {
      transfer(transfer);
    }
    close("PmtInf", "CstmrCdtTrfInitn", "Document");
    xml.writeEndDocument();
  }

  private void sums(Instruction i) throws XMLStreamException {
    element("NbOfTxs", Integer.toString(i.transfers().size()));
    element("CtrlSum", i.total().amount().toPlainString());
  }

  private void transfer(Transfer t) throws XMLStreamException {
    open("CdtTrfTxInf");
    open("PmtId");
    element("InstrId", t.endToEndId());
    element("EndToEndId", t.endToEndId());
    close("PmtId");
    open("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", t.amount().currency().code());
    xml.writeCharacters(t.amount().amount().toPlainString());
    xml.writeEndElement();
    close("Amt");
    agent("CdtrAgt", t.account().bic());
    open("Cdtr");
    element("Nm", BankText.of(t.account().holder(), 140));
    close("Cdtr");
    open("CdtrAcct");
    accountId(t.account().number());
    close("CdtrAcct");
    open("RmtInf");
    element("Ustrd", BankText.of(t.about(), 140));
    close("RmtInf", "CdtTrfTxInf");
  }

  private void agent(String name, String bic) throws XMLStreamException {
    open(name);
    open("FinInstnId");
    element("BICFI", bic);
    close("FinInstnId", name);
  }

  private void accountId(String number) throws XMLStreamException {
    open("Id");
    if (ProposeBankAccount.isIban(number)) {
      element("IBAN", number);
    } else {
      open("Othr");
      element("Id", number);
      close("Othr");
    }
    close("Id");
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  /** Names say what is closed, for whoever reads; the writer knows by itself. */
  private void close(String... names) throws XMLStreamException {
    for (int i = 0; i < names.length; i++) {
      xml.writeEndElement();
    }
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
