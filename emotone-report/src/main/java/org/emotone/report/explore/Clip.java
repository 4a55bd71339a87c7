package org.emotone.report.explore;

import java.util.List;
import org.emotone.corpus.Utterance;

/**
 * A clip that could be read.
 *
 * @param utterance what the corpus says of it
 * @param figures what was measured of it
 */
public record Clip(Utterance utterance, ClipFigures figures) {

  /** What {@link #sex} can be, in the order of lists and legends. */
  static final List<String> SEXES = List.of("women", "men", "not stated");

  /** {@code women}, {@code men} or {@code not stated}: whose clips this one is of. */
  String sex() {
    Utterance.Sex sex = utterance.sex();
    if (sex == null) {
      return "not stated";
    }
    return sex == Utterance.Sex.FEMALE ? "women" : "men";
  }
}
