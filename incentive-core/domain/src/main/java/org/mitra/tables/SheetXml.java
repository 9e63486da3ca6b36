package org.mitra.tables;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.mitra.problem.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a part of a workbook element by element, and text where it is told to listen. */
abstract class SheetXml extends DefaultHandler {
  private static final int LONGEST_TEXT = 128 * 1024;

  private final StringBuilder text = new StringBuilder();
  private boolean listening;

  protected abstract void open(String name, Attributes attributes) throws SAXException;

  protected abstract void close(String name) throws SAXException;

  /** Document types, and with them entities from elsewhere, are refused by the reader. */
  static void parse(InputStream xml, SheetXml handler) throws IOException, SAXException {
    try (xml) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.parse(new InputSource(xml));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has an XML parser", e);
    }
  }

  protected final void beginText() {
    text.setLength(0);
  }

  protected final void listen(boolean listen) {
    listening = listen;
  }

  protected final String text() {
    return text.toString();
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    open(localName.isEmpty() ? plain(qName) : localName, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    close(localName.isEmpty() ? plain(qName) : localName);
  }

  private static String plain(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (listening) {
      text.append(characters, start, length);
      if (text.length() > LONGEST_TEXT) {
        throw Problem.refused("file.cell-too-long").with("most", LONGEST_TEXT);
      }
    }
  }
}
