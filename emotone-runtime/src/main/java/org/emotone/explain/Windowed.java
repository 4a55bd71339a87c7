package org.emotone.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.Length;

/** Asks a model about variants of a clip, and only about those of its windows that differ. */
final class Windowed {

  private final Recognizer recognizer;
  private final Length length;
  private final int label;
  private final List<FeatureMatrix> windows;
  private final double[] ofWindows;

  Windowed(Recognizer recognizer, FeatureMatrix features, int label) {
    this.recognizer = recognizer;
    this.label = label;
    length = recognizer.model().manifest().frontEnd().length();
    windows = length.windows(features);
    ofWindows = recognizer.probabilities(windows).stream().mapToDouble(row -> row[label]).toArray();
  }

  /** The probability of the class, of the clip as it is; above 0. */
  double whole() {
    return positive(Arrays.stream(ofWindows).average().orElse(0));
  }

  /** The probability of the class, above 0, of variants of the clip. */
  double[] probabilities(List<FeatureMatrix> variants) {
    List<FeatureMatrix> changed = new ArrayList<>();
    double[] sums = new double[variants.size()];
    List<Integer> owners = new ArrayList<>();
    for (int variant = 0; variant < sums.length; variant++) {
      List<FeatureMatrix> cut = length.windows(variants.get(variant));
      for (int i = 0; i < cut.size(); i++) {
        if (Arrays.equals(cut.get(i).values(), windows.get(i).values())) {
          sums[variant] += ofWindows[i];
        } else {
          changed.add(cut.get(i));
          owners.add(variant);
        }
      }
    }
    List<float[]> rows = recognizer.probabilities(changed);
    for (int i = 0; i < rows.size(); i++) {
      sums[owners.get(i)] += rows.get(i)[label];
    }
    for (int variant = 0; variant < sums.length; variant++) {
      sums[variant] = positive(sums[variant] / windows.size());
    }
    return sums;
  }

  /** A network may be so sure that a probability is 0 in single precision. */
  private static double positive(double probability) {
    return Math.max(Float.MIN_NORMAL, probability);
  }
}
