package org.emotone.output;

import java.io.IOException;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#SRT}: a subtitle for each segment, with the speaker before it if known.
 * SubRip has no way to escape; what players take for a tag or a command is replaced by look-alikes.
 */
final class SrtWriter extends SingleWriter {

  SrtWriter(Appendable out) {
    super(out);
  }

  @Override
  void write(String file, Timeline timeline) throws IOException {
    int number = 0;
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      String speaker = cue.value().speaker();
      out.append(++number + "\n")
          .append(Words.clock(cue.start(), ','))
          .append(" --> ")
          .append(Words.clock(cue.end(), ','))
          .append('\n')
          .append(speaker == null ? "" : plain(speaker) + ": ")
          .append(plain(Words.caption(cue.value())))
          .append("\n\n");
    }
  }

  private static String plain(String text) {
    return Words.oneLine(text)
        .replace('<', '‹')
        .replace('>', '›')
        .replace('{', '(')
        .replace('}', ')')
        .replace('\\', '/');
  }
}
