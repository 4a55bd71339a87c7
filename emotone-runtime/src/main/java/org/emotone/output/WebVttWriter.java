package org.emotone.output;

import java.io.IOException;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#WEBVTT}: a cue for each segment, with the speaker as its voice if known
 * (W3C, WebVTT: The Web Video Text Tracks Format, 2019).
 */
final class WebVttWriter extends SingleWriter {

  WebVttWriter(Appendable out) {
    super(out);
  }

  @Override
  void write(String file, Timeline timeline) throws IOException {
    out.append("WEBVTT\n\nNOTE\nEmotions heard by ").append(escaped(timeline.model())).append('\n');
    int number = 0;
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      out.append("\n" + ++number + "\n")
          .append(Words.clock(cue.start(), '.'))
          .append(" --> ")
          .append(Words.clock(cue.end(), '.'))
          .append('\n');
      String speaker = cue.value().speaker();
      if (speaker != null) {
        out.append("<v ").append(escaped(speaker)).append('>');
      }
      out.append(escaped(Words.caption(cue.value()))).append('\n');
    }
  }

  /** Without what would begin a tag, an entity or the times of a cue. */
  private static String escaped(String text) {
    return Words.oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
