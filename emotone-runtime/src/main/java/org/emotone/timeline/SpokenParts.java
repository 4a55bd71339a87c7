package org.emotone.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.WindowScores;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;

/** Recognises windows, several in a run of the network. */
final class SpokenParts {

  private SpokenParts() {}

  /** Each window as a clip of its own: what {@link Recognizer#recognize} says of it. */
  static List<TimelineWindow> recognize(Recognizer recognizer, List<SpokenPart> parts) {
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    List<FeatureMatrix> features = new ArrayList<>();
    int[] counts = new int[parts.size()];
    for (int i = 0; i < counts.length; i++) {
      List<FeatureMatrix> pieces =
          frontEnd.length().windows(frontEnd.extract(parts.get(i).sound()));
      counts[i] = pieces.size();
      features.addAll(pieces);
    }
    List<WindowScores> rows = recognizer.scores(features);
    List<TimelineWindow> windows = new ArrayList<>();
    int row = 0;
    for (int i = 0; i < counts.length; i++) {
      SpokenPart part = parts.get(i);
      List<WindowScores> own = rows.subList(row, row + counts[i]);
      double strangeness = own.stream().mapToDouble(WindowScores::strangeness).average().orElse(0);
      windows.add(new TimelineWindow(part.span(), part.speechSeconds(), mean(own), strangeness));
      row += counts[i];
    }
    return windows;
  }

  private static List<Double> mean(List<WindowScores> rows) {
    double[] mean = new double[rows.get(0).probabilities().length];
    for (WindowScores row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row.probabilities()[i] / (double) rows.size();
      }
    }
    return Arrays.stream(mean).boxed().toList();
  }
}
