package org.emotone.output;

import java.io.IOException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document, element by element, indented; characters that XML does not have become U+FFFD.
 */
final class XmlText {

  private final XMLStreamWriter xml;
  private int depth;

  XmlText(Appendable out) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AppendableWriter(out));
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  XmlText start(String name, String... attributes) throws IOException {
    try {
      newLine();
      xml.writeStartElement(name);
      attributes(attributes);
      depth++;
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /**
   * Writes an element without content.
   *
   * @param attributes names and values by turns
   */
  XmlText empty(String name, String... attributes) throws IOException {
    try {
      newLine();
      xml.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /**
   * Writes an element that holds text only.
   *
   * @param attributes names and values by turns
   */
  XmlText text(String name, String text, String... attributes) throws IOException {
    try {
      newLine();
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(clean(text));
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the element that was begun last. */
  XmlText end() throws IOException {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the document. */
  void endDocument() throws IOException {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Production 2 of XML 1.0; line breaks and tabs become blanks, as they would in attributes. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : isXml(c) ? c : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private static IOException failed(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
  }
}
