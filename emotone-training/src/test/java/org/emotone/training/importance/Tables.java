package org.emotone.training.importance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.set.Coefficient;
import org.emotone.training.classical.Samples;
import org.emotone.training.run.Rows;

/** Made-up rows of two classes: some columns know the class, all others are noise. */
final class Tables {

  static final String RECIPE =
      """
      name: made-up
      corpora: [ravdess]
      labels: {classes: [happy, sad]}
      split: {type: speakers, test: ['ravdess:01']}
      frontEnd: {preset: p5}
      classifier: {type: svm, kernel: linear, c: 10}
      """;

  private Tables() {}

  /**
   * Rows.
   *
   * @param groups of the columns; those of {@code known} and {@code copy} say the class
   */
  static Rows of(long seed, int clips, String... groups) {
    Random random = new Random(seed);
    List<Coefficient> coefficients = new ArrayList<>();
    for (String group : groups) {
      coefficients.add(new Coefficient(group + coefficients.size(), group));
    }
    List<Utterance> heldOut = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      heldOut.add(clip(i));
    }
    return new Rows(
        List.of("happy", "sad"),
        coefficients,
        samples(random, clips, groups),
        samples(random, clips, groups),
        heldOut,
        0);
  }

  private static Samples samples(Random random, int clips, String... groups) {
    List<FeatureMatrix> rows = new ArrayList<>();
    int[] labels = new int[clips];
    for (int i = 0; i < clips; i++) {
      labels[i] = i % 2;
      float[] row = new float[groups.length];
      for (int c = 0; c < row.length; c++) {
        boolean knows = groups[c].equals("known") || groups[c].equals("copy");
        row[c] = (float) (0.3 * random.nextGaussian() + (knows ? 2 * labels[i] - 1 : 0));
      }
      rows.add(new FeatureMatrix(row, 1, row.length));
    }
    return new Samples(rows, labels, 2);
  }

  private static Utterance clip(int number) {
    return new Utterance(
        "ravdess",
        "clip" + number,
        Path.of("clip" + number + ".wav"),
        "ravdess:" + (2 + number % 5),
        null,
        null,
        "eng",
        number % 2 == 0 ? Emotion.HAPPY : Emotion.SAD,
        "",
        null,
        null,
        null,
        null);
  }
}
