package org.emotone.report.explore;

import java.util.Arrays;
import java.util.List;
import org.emotone.corpus.Emotion;
import org.emotone.report.drawing.Ink;

/** The order and the colours of emotions. */
final class Emotions {

  private static final List<Emotion> ORDER = Arrays.asList(Emotion.values());

  private Emotions() {}

  /** Its place in lists. */
  static int rank(Emotion emotion) {
    return ORDER.indexOf(emotion);
  }

  /** Its colour, everywhere on the page. */
  static Ink ink(Emotion emotion) {
    return switch (emotion) {
      case NEUTRAL -> Ink.NEUTRAL;
      case CALM -> Ink.CALM;
      case HAPPY -> Ink.HAPPY;
      case SAD -> Ink.SAD;
      case ANGRY -> Ink.ANGRY;
      case FEAR -> Ink.FEAR;
      case DISGUST -> Ink.DISGUST;
      case SURPRISE -> Ink.SURPRISE;
      case BOREDOM -> Ink.BOREDOM;
      case OTHER -> Ink.OTHER;
    };
  }

  /** Those that clips have, in order. */
  static List<Emotion> of(List<Clip> clips) {
    return ORDER.stream()
        .filter(emotion -> clips.stream().anyMatch(c -> c.utterance().emotion() == emotion))
        .toList();
  }

  /** The colour of a sex as {@link Clip#sex} names it. */
  static Ink sexInk(String sex) {
    return switch (sex) {
      case "women" -> Ink.FEMALE;
      case "men" -> Ink.MALE;
      default -> Ink.UNSTATED;
    };
  }
}
