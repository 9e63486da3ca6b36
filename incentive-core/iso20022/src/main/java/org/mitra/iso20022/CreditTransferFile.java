package org.mitra.iso20022;

import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.ByteArrayOutputStream;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** A customer credit transfer initiation, pain.001.001.09, as the bytes of a file. */
public final class CreditTransferFile {
  /** The standard's name for this version of the message. */
  public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private CreditTransferFile() {}

  /** The same message is the same bytes, always. */
  public static byte[] write(CustomerCreditTransferInitiationV09 message) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Model.CONTEXT.createMarshaller().marshal(new Document(message), qualified(writer(out)));
      return out.toByteArray();
    } catch (JAXBException | TransformerConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Made when the first file is: it takes a moment, and most servers never write one. */
  private static final class Model {
    private static final JAXBContext CONTEXT = context();

    private static JAXBContext context() {
      try {
        return JAXBContext.newInstance(Document.class);
      } catch (JAXBException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The root, which the library has only together with all its other messages. */
  @XmlRootElement(name = "Document")
  @XmlAccessorType(XmlAccessType.FIELD)
  private static final class Document {
    @XmlElement(name = "CstmrCdtTrfInitn")
    private final CustomerCreditTransferInitiationV09 message;

    @SuppressWarnings("unused") // Asked for by JAXB.
    private Document() {
      this(null);
    }

    private Document(CustomerCreditTransferInitiationV09 message) {
      this.message = message;
    }
  }

  /** The JDK's own writer, so that the bytes do not depend on what the server brings. */
  private static TransformerHandler writer(ByteArrayOutputStream out)
      throws TransformerConfigurationException {
    SAXTransformerFactory factory = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
    TransformerHandler writer = factory.newTransformerHandler();
    writer.setResult(new StreamResult(out));
    return writer;
  }

  /** The library's classes have no namespace; in the file, all elements are in the standard's. */
  private static XMLFilterImpl qualified(TransformerHandler writer) {
    XMLFilterImpl filter =
        new XMLFilterImpl() {
          @Override
          public void startDocument() throws SAXException {
            super.startDocument();
            startPrefixMapping("", NAMESPACE);
          }

          @Override
          public void startElement(String uri, String name, String qualified, Attributes attributes)
              throws SAXException {
            super.startElement(NAMESPACE, name, name, attributes);
          }

          @Override
          public void endElement(String uri, String name, String qualified) throws SAXException {
            super.endElement(NAMESPACE, name, name);
          }
        };
    filter.setContentHandler(writer);
    return filter;
  }
}
