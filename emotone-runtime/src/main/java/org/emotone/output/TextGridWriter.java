package org.emotone.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#TEXTGRID}: interval tiers emotion, confidence, speech and, if speakers are
 * known, speaker. Each tier covers the whole recording; where nothing is, the text is empty.
 */
final class TextGridWriter extends SingleWriter {

  TextGridWriter(Appendable out) {
    super(out);
  }

  @Override
  void write(String file, Timeline timeline) throws IOException {
    List<Cue<EmotionSegment>> segments = Cue.segments(timeline);
    Map<String, List<Cue<String>>> tiers = new LinkedHashMap<>();
    tiers.put("emotion", texts(segments, Words::label));
    tiers.put("confidence", texts(segments, segment -> Words.share(segment.confidence())));
    tiers.put("speech", texts(Cue.speech(timeline), stretch -> "speech"));
    if (timeline.segments().stream().anyMatch(segment -> segment.speaker() != null)) {
      tiers.put(
          "speaker", texts(segments, segment -> Objects.requireNonNullElse(segment.speaker(), "")));
    }
    // Praat refuses an object without length.
    long end = Math.max(1, Cue.millis(timeline.duration()));
    out.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
    line(0, "xmin = 0");
    line(0, "xmax = " + Words.seconds(end));
    line(0, "tiers? <exists>");
    line(0, "size = " + tiers.size());
    line(0, "item []:");
    int number = 0;
    for (Map.Entry<String, List<Cue<String>>> tier : tiers.entrySet()) {
      line(1, "item [" + ++number + "]:");
      tier(tier.getKey(), whole(tier.getValue(), end), end);
    }
  }

  private static <T> List<Cue<String>> texts(List<Cue<T>> cues, Function<T, String> text) {
    return cues.stream().map(cue -> cue.with(text.apply(cue.value()))).toList();
  }

  /** With empty intervals in the gaps. */
  private static List<Cue<String>> whole(List<Cue<String>> cues, long end) {
    List<Cue<String>> whole = new ArrayList<>();
    long last = 0;
    for (Cue<String> cue : cues) {
      if (cue.start() > last) {
        whole.add(new Cue<>(last, cue.start(), ""));
      }
      whole.add(cue);
      last = cue.end();
    }
    if (last < end) {
      whole.add(new Cue<>(last, end, ""));
    }
    return whole;
  }

  private void tier(String name, List<Cue<String>> intervals, long end) throws IOException {
    line(2, "class = \"IntervalTier\"");
    line(2, "name = \"" + name + "\"");
    line(2, "xmin = 0");
    line(2, "xmax = " + Words.seconds(end));
    line(2, "intervals: size = " + intervals.size());
    int number = 0;
    for (Cue<String> interval : intervals) {
      line(2, "intervals [" + ++number + "]:");
      line(3, "xmin = " + Words.seconds(interval.start()));
      line(3, "xmax = " + Words.seconds(interval.end()));
      line(3, "text = \"" + Words.oneLine(interval.value()).replace("\"", "\"\"") + '"');
    }
  }

  private void line(int depth, String text) throws IOException {
    out.append("    ".repeat(depth)).append(text).append(" \n");
  }
}
