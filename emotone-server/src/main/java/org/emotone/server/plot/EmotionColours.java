package org.emotone.server.plot;

import java.util.List;
import java.util.Map;

/**
 * The colours of emotions on light ground, the same as in reports; people who confuse colours can
 * tell them apart.
 */
final class EmotionColours {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("neutral", "#8f949d"),
          Map.entry("calm", "#49b2e8"),
          Map.entry("happy", "#e6a700"),
          Map.entry("sad", "#6174d6"),
          Map.entry("angry", "#d64d11"),
          Map.entry("fear", "#753296"),
          Map.entry("disgust", "#0d9265"),
          Map.entry("surprise", "#a1448b"),
          Map.entry("boredom", "#70602e"),
          Map.entry("other", "#3a434f"));

  private static final List<String> SERIES =
      List.of(
          "#0066ce", "#e59100", "#009771", "#c161a0", "#d1480f", "#55baf1", "#753891", "#ac8b4f");

  private EmotionColours() {}

  /** The colour of a class. */
  static String of(String label, List<String> classes) {
    String known = KNOWN.get(label);
    return known == null ? SERIES.get(Math.max(0, classes.indexOf(label)) % SERIES.size()) : known;
  }
}
