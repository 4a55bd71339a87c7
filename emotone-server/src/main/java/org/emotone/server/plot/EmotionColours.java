package org.emotone.server.plot;

import java.util.List;
import java.util.Locale;
import org.emotone.colour.DataColour;

/**
 * The colours of a model's classes on light ground: those of the emotions, and series for all
 * others.
 */
final class EmotionColours {

  private EmotionColours() {}

  /** The colour of a class, as CSS writes it. */
  static String of(String label, List<String> classes) {
    int place = Math.max(0, classes.indexOf(label));
    DataColour colour = DataColour.byId(label).orElseGet(() -> DataColour.series(place));
    return String.format(Locale.ROOT, "#%06x", colour.light());
  }
}
