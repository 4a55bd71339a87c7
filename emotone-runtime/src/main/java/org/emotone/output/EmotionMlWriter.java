package org.emotone.output;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * {@link TimelineFormat#EMOTIONML}: an emotion for each segment or clip, of a vocabulary of
 * categories that the document declares itself (W3C, Emotion Markup Language 1.0, 2014). What time
 * it is heard at stands twice: as offset and duration in ms relative to the recording (section
 * 2.5.2), and as a media fragment of its URI in seconds (section 2.4.1).
 */
final class EmotionMlWriter implements TimelineWriter {

  private static final String NAMESPACE = "http://www.w3.org/2009/10/emotionml";

  private final XmlText xml;
  private Map<String, String> names = new HashMap<>();
  private @Nullable Set<String> classes;

  EmotionMlWriter(Appendable out) throws IOException {
    xml = new XmlText(out);
  }

  @Override
  public void add(String file, Timeline timeline) throws IOException {
    begin(file, timeline.classes());
    String uri = Words.uri(file);
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      xml.start(
          "emotion",
          "expressed-through",
          "voice",
          "time-ref-uri",
          uri,
          "offset-to-start",
          Long.toString(cue.start()),
          "duration",
          Long.toString(cue.end() - cue.start()));
      EmotionSegment segment = cue.value();
      info(segment.certain(), segment.speaker());
      category(segment.label(), segment.confidence());
      String time = "#t=" + Words.seconds(cue.start()) + "," + Words.seconds(cue.end());
      xml.empty("reference", "uri", uri + time, "role", "expressedBy").end();
    }
  }

  @Override
  public void add(String file, Recognition clip) throws IOException {
    begin(file, clip.scores().stream().map(Score::label).sorted().toList());
    xml.start("emotion", "expressed-through", "voice");
    info(clip.certain(), null);
    category(clip.best().label(), clip.best().probability());
    xml.empty("reference", "uri", Words.uri(file), "role", "expressedBy").end();
  }

  /** Before the first recording: the vocabulary. */
  private void begin(String file, List<String> wanted) throws IOException {
    if (classes == null) {
      root("#emotions");
      names = names(wanted);
      xml.start("vocabulary", "type", "category", "id", "emotions");
      for (String label : wanted) {
        xml.empty("item", "name", names.getOrDefault(label, label));
      }
      xml.end();
      classes = Set.copyOf(wanted);
    } else if (!classes.equals(Set.copyOf(wanted))) {
      throw new IllegalArgumentException(
          file + ": has the classes " + wanted + ", but the vocabulary is " + classes);
    }
  }

  private void root(String categories) throws IOException {
    if (categories.isEmpty()) {
      xml.start("emotionml", "version", "1.0", "xmlns", NAMESPACE);
    } else {
      xml.start("emotionml", "version", "1.0", "xmlns", NAMESPACE, "category-set", categories);
    }
  }

  /** The format has no words for who speaks and for whether an answer counts; this is its place. */
  private void info(boolean certain, @Nullable String speaker) throws IOException {
    xml.start("info");
    String space = "urn:emotone:heard";
    if (speaker == null) {
      xml.empty("heard", "xmlns", space, "certain", Boolean.toString(certain));
    } else {
      xml.empty("heard", "xmlns", space, "certain", Boolean.toString(certain), "speaker", speaker);
    }
    xml.end();
  }

  private void category(String label, double confidence) throws IOException {
    xml.empty(
        "category",
        "name",
        names.getOrDefault(label, label),
        "confidence",
        Words.share(confidence));
  }

  /** Items are name tokens: what these must not have becomes _, and numbers keep them apart. */
  private static Map<String, String> names(List<String> labels) {
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (String label : labels) {
      String token = label.replaceAll("[^A-Za-z0-9._-]", "_");
      String name = token.isEmpty() ? "_" : token;
      for (int number = 2; !taken.add(name); number++) {
        name = token + "-" + number;
      }
      names.put(label, name);
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    if (classes == null) {
      root("");
    }
    xml.end().endDocument();
  }
}
