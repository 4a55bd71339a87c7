package org.emotone.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.ClipScores;
import org.emotone.Recognizer;
import org.emotone.features.FrontEnd;

/** Recognises windows, several in a run of the network. */
final class SpokenParts {

  private SpokenParts() {}

  /** Each window as a clip of its own: what {@link Recognizer#recognize} says of it. */
  static List<TimelineWindow> recognize(Recognizer recognizer, List<SpokenPart> parts) {
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    List<ClipScores> scores =
        recognizer.scores(parts.stream().map(part -> frontEnd.extract(part.sound())).toList());
    List<TimelineWindow> windows = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      SpokenPart part = parts.get(i);
      List<Double> mean = Arrays.stream(scores.get(i).probabilities()).boxed().toList();
      double strangeness = scores.get(i).strangeness();
      windows.add(new TimelineWindow(part.span(), part.speechSeconds(), mean, strangeness));
    }
    return windows;
  }
}
