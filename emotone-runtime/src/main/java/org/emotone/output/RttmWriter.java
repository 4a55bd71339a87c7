package org.emotone.output;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;

/**
 * {@link TimelineFormat#RTTM}: a line of the type SPEAKER for each segment, with the emotion where
 * diarisation has the speaker, so that its scoring tools give the emotion diarisation error rate
 * (the ten fields of NIST's RT-09 evaluation plan, appendix A).
 */
final class RttmWriter implements TimelineWriter {

  private final Appendable out;
  private final Map<String, String> fileOfName = new HashMap<>();

  RttmWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(String file, Timeline timeline) throws IOException {
    String name = field(Words.stem(file));
    if (!fileOfName.computeIfAbsent(name, first -> file).equals(file)) {
      name = field(file);
    }
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      EmotionSegment segment = cue.value();
      out.append("SPEAKER ")
          .append(name)
          .append(" 1 ")
          .append(Words.seconds(cue.start()))
          .append(' ')
          .append(Words.seconds(cue.end() - cue.start()))
          .append(" <NA> <NA> ")
          .append(field(segment.label()))
          .append(' ')
          .append(Words.share(segment.confidence()))
          .append(" <NA>\n");
    }
  }

  /**
   * A field has no blanks and is not empty; a line that begins with two semicolons is a comment.
   */
  private static String field(String text) {
    String plain = text.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", "_");
    return plain.isEmpty() ? "_" : plain;
  }

  @Override
  public void close() {
    // Each line is complete.
  }
}
