package org.emotone.report.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.report.drawing.Ink;

/** The colours of a model's classes: those of the emotions, and series for all others. */
final class EmotionInks {

  private static final List<Ink> EMOTIONS =
      List.of(
          Ink.NEUTRAL,
          Ink.CALM,
          Ink.HAPPY,
          Ink.SAD,
          Ink.ANGRY,
          Ink.FEAR,
          Ink.DISGUST,
          Ink.SURPRISE,
          Ink.BOREDOM,
          Ink.OTHER);

  private final Map<String, Ink> inks = new LinkedHashMap<>();

  EmotionInks(List<String> classes) {
    for (String label : classes) {
      int series = inks.size();
      inks.put(
          label,
          EMOTIONS.stream()
              .filter(ink -> ink.id().equals(label))
              .findFirst()
              .orElseGet(() -> Ink.series(series)));
    }
  }

  /** The colour of a class. */
  Ink of(String label) {
    return inks.getOrDefault(label, Ink.UNSTATED);
  }
}
