package org.emotone.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emotionml.Checker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * EmotionML against W3C's schema, which DFKI's emotionml-checker carries; EAF, whose schema has no
 * licence to carry it, against its rules as this test states them.
 */
class XmlOutputTest {

  @Provide
  Arbitrary<Timeline> timelines() {
    return Samples.timelines();
  }

  @Provide
  Arbitrary<String> names() {
    return Samples.names();
  }

  @Property(tries = 100)
  void emotionMlIsOfTheSchemaOfW3c(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) throws Exception {
    String text = Samples.write(TimelineFormat.EMOTIONML, file, heard);
    validate(text);
    Document document = parse(text);
    Set<String> items = new HashSet<>();
    for (Element item : elements(document, "item")) {
      items.add(item.getAttribute("name"));
    }
    assertThat(items).hasSize(heard.classes().size());
    List<Element> emotions = elements(document, "emotion");
    List<Cue<EmotionSegment>> cues = Cue.segments(heard);
    assertThat(emotions).hasSameSizeAs(cues);
    for (int i = 0; i < cues.size(); i++) {
      Element emotion = emotions.get(i);
      assertThat(emotion.getAttribute("offset-to-start")).isEqualTo("" + cues.get(i).start());
      assertThat(emotion.getAttribute("duration"))
          .isEqualTo("" + (cues.get(i).end() - cues.get(i).start()));
      Element category = (Element) emotion.getElementsByTagName("category").item(0);
      assertThat(items).contains(category.getAttribute("name"));
      assertThat(URI.create(emotion.getAttribute("time-ref-uri")).getPath()).isNotNull();
    }
  }

  @Test
  void theCheckerOfDfkiFindsNoFaultInEmotionMl() throws Exception {
    Checker checker = new Checker();
    String text = Samples.write(TimelineFormat.EMOTIONML, "a.wav", Samples.talk());
    assertThat(checker.parse(stream(text)).getDocumentElement().getTagName())
        .isEqualTo("emotionml");
    String wrong = text.replace("category name=\"angry\"", "category name=\"furious\"");
    assertThatThrownBy(() -> checker.parse(stream(wrong))).hasMessageContaining("furious");
  }

  @Test
  void theSchemaOfW3cRefusesWhatIsNotEmotionMl() {
    String text = Samples.write(TimelineFormat.EMOTIONML, "a.wav", Samples.talk());
    for (String wrong :
        List.of(
            text.replace("confidence=\"0.610\"", "confidence=\"61\""),
            text.replace("<item", "<thing"),
            text.replace("duration=\"1500\"", "duration=\"1.5\""))) {
      assertThat(wrong).isNotEqualTo(text);
      assertThatThrownBy(() -> validate(wrong)).isInstanceOf(SAXException.class);
    }
  }

  @Test
  void severalRecordingsClipsAndNothingAtAllAreEmotionMl() throws Exception {
    StringBuilder several = new StringBuilder();
    try (TimelineWriter writer = TimelineFormat.EMOTIONML.open(several, false)) {
      writer.add("a b.wav", Samples.clip());
      writer.add("/tmp/ä.wav", Samples.talk());
      writer.fail("c.wav", "broken");
    }
    validate(several.toString());
    assertThat(several).contains("./a%20b.wav", "file:///tmp/%C3%A4.wav#t=0.500,2.000");
    StringBuilder nothing = new StringBuilder();
    TimelineFormat.EMOTIONML.open(nothing, false).close();
    validate(nothing.toString());
  }

  @Property(tries = 100)
  void eafKeepsItsRules(@ForAll("names") String file, @ForAll("timelines") Timeline heard)
      throws Exception {
    Document document = parse(Samples.write(TimelineFormat.EAF, file, heard));
    Element root = document.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("ANNOTATION_DOCUMENT");
    assertThat(root.getAttribute("FORMAT")).isEqualTo("3.0");
    assertThat(children(root).stream().map(Element::getTagName).distinct())
        .containsExactly("HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "CONSTRAINT");
    assertThat(URI.create(text(root, "MEDIA_DESCRIPTOR", "MEDIA_URL")).getPath()).isNotNull();
    List<String> slots = ids(document, "TIME_SLOT", "TIME_SLOT_ID");
    List<String> annotations = new ArrayList<>();
    annotations.addAll(ids(document, "ALIGNABLE_ANNOTATION", "ANNOTATION_ID"));
    annotations.addAll(ids(document, "REF_ANNOTATION", "ANNOTATION_ID"));
    assertThat(annotations).doesNotHaveDuplicates();
    assertThat(slots).doesNotHaveDuplicates();
    assertThat(text(root, "PROPERTY", null)).isEqualTo("" + annotations.size());
    List<Element> values = elements(document, "TIME_SLOT");
    for (Element annotation : elements(document, "ALIGNABLE_ANNOTATION")) {
      long start = time(values, slots.indexOf(annotation.getAttribute("TIME_SLOT_REF1")));
      long end = time(values, slots.indexOf(annotation.getAttribute("TIME_SLOT_REF2")));
      assertThat(end).isGreaterThan(start);
    }
    List<String> types = ids(document, "LINGUISTIC_TYPE", "LINGUISTIC_TYPE_ID");
    List<String> tiers = ids(document, "TIER", "TIER_ID");
    for (Element tier : elements(document, "TIER")) {
      assertThat(types).contains(tier.getAttribute("LINGUISTIC_TYPE_REF"));
      if (tier.hasAttribute("PARENT_REF")) {
        assertThat(tiers).contains(tier.getAttribute("PARENT_REF"));
        assertParents(document, tier);
      }
    }
  }

  /** Each annotation of a dependent tier belongs to another annotation of its parent. */
  private static void assertParents(Document document, Element tier) {
    Set<String> parents = new HashSet<>();
    for (Element other : elements(document, "TIER")) {
      if (other.getAttribute("TIER_ID").equals(tier.getAttribute("PARENT_REF"))) {
        NodeList found = other.getElementsByTagName("ALIGNABLE_ANNOTATION");
        for (int i = 0; i < found.getLength(); i++) {
          parents.add(((Element) found.item(i)).getAttribute("ANNOTATION_ID"));
        }
      }
    }
    NodeList refs = tier.getElementsByTagName("REF_ANNOTATION");
    for (int i = 0; i < refs.getLength(); i++) {
      assertThat(parents.remove(((Element) refs.item(i)).getAttribute("ANNOTATION_REF"))).isTrue();
    }
  }

  @Test
  void eafSaysWhenItWasMade() throws IOException {
    StringBuilder text = new StringBuilder();
    Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00.5Z"), ZoneOffset.UTC);
    new EafWriter(text, clock).add("a.wav", Samples.talk());
    assertThat(text)
        .contains(
            "DATE=\"2026-01-31T12:00:00Z\"",
            "MIME_TYPE=\"audio/x-wav\"",
            "<ANNOTATION_VALUE>neutral?</ANNOTATION_VALUE>",
            "<ANNOTATION_VALUE>speaker 2</ANNOTATION_VALUE>");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long time(List<Element> slots, int index) {
    return Long.parseLong(slots.get(index).getAttribute("TIME_VALUE"));
  }

  private static String text(Element root, String name, @Nullable String attribute) {
    Element element = (Element) root.getElementsByTagName(name).item(0);
    return attribute == null ? element.getTextContent() : element.getAttribute(attribute);
  }

  private static List<String> ids(Document document, String name, String attribute) {
    return elements(document, name).stream()
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Document parse(String text)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static void validate(String text) throws IOException, SAXException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Objects.requireNonNull(Checker.class.getResource("emotionml.xsd")));
    schema.newValidator().validate(new StreamSource(new StringReader(text)));
  }
}
