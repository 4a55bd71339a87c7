package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.features.FeatureMatrix;

/**
 * Labelled clips to learn from or to measure on.
 *
 * @param clips features of each, {@code [frames][coefficients]}, all of one width; scaled alike,
 *     since most classifiers go by distances
 * @param labels index of the class of each
 * @param classes how many classes there are, whether or not all of them occur
 */
public record Samples(List<FeatureMatrix> clips, int[] labels, int classes) {

  /** No clip. */
  static final Samples NONE = new Samples(List.of(), new int[0], 0);

  /** Checks that everything fits. */
  public Samples {
    clips = List.copyOf(clips);
    if (labels.length != clips.size()) {
      throw new IllegalArgumentException(
          "there are " + clips.size() + " clips, but " + labels.length + " labels");
    }
    for (int i = 0; i < labels.length; i++) {
      FeatureMatrix clip = clips.get(i);
      if (clip.coefficients() != clips.get(0).coefficients() || clip.frames() == 0) {
        throw new IllegalArgumentException(
            "clip %d has %d frames of %d coefficients, needed are at least one of %d"
                .formatted(i, clip.frames(), clip.coefficients(), clips.get(0).coefficients()));
      }
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "clip " + i + " has the class " + labels[i] + " of " + classes);
      }
    }
  }

  /** Number of clips. */
  public int size() {
    return labels.length;
  }

  /** Number of values of a frame. */
  public int coefficients() {
    return clips.get(0).coefficients();
  }

  /** Each clip as one row, {@code [clips][coefficients]}: the mean over its frames. */
  float[][] rows() {
    return clips.stream().map(Samples::row).toArray(float[][]::new);
  }

  /** The mean over the frames of a clip. */
  public static float[] row(FeatureMatrix clip) {
    if (clip.frames() == 1) {
      return clip.values();
    }
    float[] row = new float[clip.coefficients()];
    for (int c = 0; c < row.length; c++) {
      double sum = 0;
      for (int frame = 0; frame < clip.frames(); frame++) {
        sum += clip.get(frame, c);
      }
      row[c] = (float) (sum / clip.frames());
    }
    return row;
  }

  /** How many clips each class has. */
  int[] counts() {
    int[] counts = new int[classes];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return counts;
  }

  /**
   * The same clips with some columns alone.
   *
   * @param columns which, in their new order
   */
  public Samples columns(int[] columns) {
    List<FeatureMatrix> kept = new ArrayList<>();
    for (FeatureMatrix clip : clips) {
      float[] values = new float[clip.frames() * columns.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = clip.get(i / columns.length, columns[i % columns.length]);
      }
      kept.add(new FeatureMatrix(values, clip.frames(), columns.length));
    }
    return new Samples(kept, labels, classes);
  }

  /** The clips of some places, which may repeat. */
  Samples at(int[] places) {
    return new Samples(
        Arrays.stream(places).mapToObj(clips::get).toList(),
        Arrays.stream(places).map(i -> labels[i]).toArray(),
        classes);
  }

  /** These clips and others behind them. */
  public Samples and(Samples others) {
    List<FeatureMatrix> all = new ArrayList<>(clips);
    all.addAll(others.clips);
    int[] joined = Arrays.copyOf(labels, labels.length + others.labels.length);
    System.arraycopy(others.labels, 0, joined, labels.length, others.labels.length);
    return new Samples(all, joined, classes);
  }

  /**
   * A weight for each class.
   *
   * @param balanced whether each class weighs as much as any other; else all clips weigh 1
   */
  double[] weights(boolean balanced) {
    int[] counts = counts();
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToDouble(
            count -> !balanced || count == 0 ? 1 : (double) size() / ((double) present * count))
        .toArray();
  }
}
