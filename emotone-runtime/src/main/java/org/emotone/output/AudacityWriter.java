package org.emotone.output;

import java.io.IOException;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#AUDACITY}: a line for each segment, with start, end and label between tabs,
 * as Audacity imports and exports label tracks.
 */
final class AudacityWriter extends SingleWriter {

  AudacityWriter(Appendable out) {
    super(out);
  }

  @Override
  void write(String file, Timeline timeline) throws IOException {
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      String speaker = cue.value().speaker();
      out.append(Words.seconds(cue.start()))
          .append("000\t")
          .append(Words.seconds(cue.end()))
          .append("000\t")
          .append(speaker == null ? "" : Words.oneLine(speaker) + ": ")
          .append(Words.caption(cue.value()))
          .append('\n');
    }
  }
}
