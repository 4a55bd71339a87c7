package org.emotone.output;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#EAF}: tiers emotion and speech, and below emotion the tiers confidence and,
 * if known, speaker (Max Planck Institute for Psycholinguistics, ELAN Annotation Format 3.0).
 */
final class EafWriter extends SingleWriter {

  private static final String SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final Clock clock;
  private int annotations;

  /**
   * Writes to a target.
   *
   * @param clock tells when the document was made, which the format asks for
   */
  EafWriter(Appendable out, Clock clock) {
    super(out);
    this.clock = clock;
  }

  @Override
  void write(String file, Timeline timeline) throws IOException {
    List<Cue<EmotionSegment>> segments = Cue.segments(timeline);
    List<Cue<Segment>> speech = Cue.speech(timeline);
    XmlText xml = new XmlText(out);
    xml.start(
        "ANNOTATION_DOCUMENT",
        "AUTHOR",
        timeline.model(),
        "DATE",
        OffsetDateTime.now(clock)
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        "FORMAT",
        "3.0",
        "VERSION",
        "3.0",
        "xmlns:xsi",
        XSI,
        "xsi:noNamespaceSchemaLocation",
        SCHEMA);
    boolean speakers = timeline.segments().stream().anyMatch(segment -> segment.speaker() != null);
    header(xml, file, (speakers ? 3 : 2) * segments.size() + speech.size());
    timeOrder(xml, segments, speech);
    tier(xml, "emotion", segments, 1, Words::label);
    int first = annotations - segments.size() + 1;
    dependent(xml, "confidence", segments, first, segment -> Words.share(segment.confidence()));
    if (speakers) {
      dependent(
          xml,
          "speaker",
          segments,
          first,
          segment -> Objects.requireNonNullElse(segment.speaker(), ""));
    }
    tier(xml, "speech", speech, 1 + 2 * segments.size(), stretch -> "speech");
    types(xml);
    xml.end().endDocument();
  }

  private static void header(XmlText xml, String file, int last) throws IOException {
    xml.start("HEADER", "MEDIA_FILE", "", "TIME_UNITS", "milliseconds")
        .empty(
            "MEDIA_DESCRIPTOR",
            "MEDIA_URL",
            Words.uri(file),
            "MIME_TYPE",
            mimeType(file),
            "RELATIVE_MEDIA_URL",
            Words.uri(Words.name(file)));
    xml.text("PROPERTY", Integer.toString(last), "NAME", "lastUsedAnnotationId").end();
  }

  /** ELAN tells media by these names; it takes all that is not WAV for the general kind. */
  private static String mimeType(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".wav") ? "audio/x-wav" : "audio/*";
  }

  /** Each boundary has a slot of its own, in the order of the tiers. */
  private static void timeOrder(
      XmlText xml, List<Cue<EmotionSegment>> segments, List<Cue<Segment>> speech)
      throws IOException {
    List<Long> slots = new ArrayList<>();
    segments.forEach(cue -> slots.addAll(List.of(cue.start(), cue.end())));
    speech.forEach(cue -> slots.addAll(List.of(cue.start(), cue.end())));
    xml.start("TIME_ORDER");
    for (int i = 0; i < slots.size(); i++) {
      xml.empty(
          "TIME_SLOT", "TIME_SLOT_ID", "ts" + (i + 1), "TIME_VALUE", Long.toString(slots.get(i)));
    }
    xml.end();
  }

  private <T> void tier(
      XmlText xml, String name, List<Cue<T>> cues, int slot, Function<T, String> text)
      throws IOException {
    xml.start("TIER", "LINGUISTIC_TYPE_REF", "heard", "TIER_ID", name);
    for (int i = 0; i < cues.size(); i++) {
      xml.start("ANNOTATION")
          .start(
              "ALIGNABLE_ANNOTATION",
              "ANNOTATION_ID",
              "a" + ++annotations,
              "TIME_SLOT_REF1",
              "ts" + (slot + 2 * i),
              "TIME_SLOT_REF2",
              "ts" + (slot + 2 * i + 1))
          .text("ANNOTATION_VALUE", text.apply(cues.get(i).value()))
          .end()
          .end();
    }
    xml.end();
  }

  private void dependent(
      XmlText xml,
      String name,
      List<Cue<EmotionSegment>> cues,
      int first,
      Function<EmotionSegment, String> text)
      throws IOException {
    xml.start("TIER", "LINGUISTIC_TYPE_REF", "said-of", "PARENT_REF", "emotion", "TIER_ID", name);
    for (int i = 0; i < cues.size(); i++) {
      xml.start("ANNOTATION")
          .start(
              "REF_ANNOTATION",
              "ANNOTATION_ID",
              "a" + ++annotations,
              "ANNOTATION_REF",
              "a" + (first + i))
          .text("ANNOTATION_VALUE", text.apply(cues.get(i).value()))
          .end()
          .end();
    }
    xml.end();
  }

  private static void types(XmlText xml) throws IOException {
    xml.empty(
            "LINGUISTIC_TYPE",
            "GRAPHIC_REFERENCES",
            "false",
            "LINGUISTIC_TYPE_ID",
            "heard",
            "TIME_ALIGNABLE",
            "true")
        .empty(
            "LINGUISTIC_TYPE",
            "CONSTRAINTS",
            "Symbolic_Association",
            "GRAPHIC_REFERENCES",
            "false",
            "LINGUISTIC_TYPE_ID",
            "said-of",
            "TIME_ALIGNABLE",
            "false")
        .empty(
            "CONSTRAINT",
            "DESCRIPTION",
            "1-1 association with a parent annotation",
            "STEREOTYPE",
            "Symbolic_Association");
  }
}
