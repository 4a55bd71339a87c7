package org.emotone.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;

/**
 * Finds what an answer rests on by taking patches of the input away, one after the other, and
 * asking the model again (Zeiler and Fergus, "Visualizing and Understanding Convolutional
 * Networks", ECCV 2014). Patches overlap by half, and a cell's relevance is the mean over the
 * patches that cover it. What is taken away is replaced by the mean of its coefficient over the
 * clip; where the clip is a single row, by the centre of the training's scaler.
 *
 * @param patchFrames height of a patch in frames, at least 1
 * @param patchCoefficients width of a patch in coefficients, at least 1
 */
public record Occlusion(int patchFrames, int patchCoefficients) {

  private static final int PATCHES_OVER_TIME = 10;
  private static final int FEWEST_FRAMES = 15;
  private static final int PATCHES_OVER_COEFFICIENTS = 8;
  private static final int MOST_SINGLE = 500;

  /** Patches at a time: each is a copy of the input. */
  private static final int AT_ONCE = 16;

  /** Hears how far it has come. */
  @FunctionalInterface
  public interface Listener {
    /** Hears nothing. */
    Listener NONE = (done, all) -> {};

    /** So many of all patches were tried. */
    void tried(int done, int all);
  }

  /** Checks the sizes. */
  public Occlusion {
    if (patchFrames < 1 || patchCoefficients < 1) {
      throw new IllegalArgumentException(
          "a patch must be at least 1 × 1, was " + patchFrames + " × " + patchCoefficients);
    }
  }

  /**
   * Patches that suit some features: an eighth of the coefficients by a tenth of the frames, at
   * least 15 frames; single coefficients where there is but one row, several where it has more than
   * 500.
   */
  public static Occlusion of(FeatureMatrix features) {
    int columns = features.coefficients();
    if (features.frames() == 1) {
      return new Occlusion(1, Math.max(1, (int) Math.ceil(columns / (double) MOST_SINGLE)));
    }
    return new Occlusion(
        Math.max(FEWEST_FRAMES, features.frames() / PATCHES_OVER_TIME),
        Math.max(1, columns / PATCHES_OVER_COEFFICIENTS));
  }

  /**
   * The relevance of each cell.
   *
   * @param features of the whole clip ({@link FrontEnd#extract})
   * @param label the class that is explained, one of the model's
   * @throws IllegalArgumentException if the model has no such class, or if a clip is one row that
   *     nothing has scaled
   */
  public Relevance relevance(
      Recognizer recognizer, FeatureMatrix features, String label, Listener listener) {
    int index = recognizer.model().manifest().classes().indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the model has no class '" + label + "' but " + recognizer.model().manifest().classes());
    }
    Background background = Background.of(recognizer.model().manifest().frontEnd(), features);
    Windowed model = new Windowed(recognizer, features, index);
    List<int[]> patches = patches(features);
    double[] falls = new double[patches.size()];
    for (int from = 0; from < falls.length; from += AT_ONCE) {
      List<int[]> some = patches.subList(from, Math.min(falls.length, from + AT_ONCE));
      List<FeatureMatrix> without =
          some.stream()
              .map(at -> background.without(at[0], patchFrames, at[1], patchCoefficients))
              .toList();
      double[] probabilities = model.probabilities(without);
      for (int i = 0; i < probabilities.length; i++) {
        falls[from + i] = Math.log(model.whole()) - Math.log(probabilities[i]);
      }
      listener.tried(from + some.size(), falls.length);
    }
    return new Relevance(label, model.whole(), spread(features, patches, falls));
  }

  /** First frame and first coefficient of each patch. */
  private List<int[]> patches(FeatureMatrix features) {
    List<int[]> patches = new ArrayList<>();
    for (int frame : starts(features.frames(), patchFrames)) {
      for (int coefficient : starts(features.coefficients(), patchCoefficients)) {
        patches.add(new int[] {frame, coefficient});
      }
    }
    return patches;
  }

  private static int[] starts(int length, int patch) {
    int step = Math.max(1, patch / 2);
    int count = 1 + Math.max(0, (int) Math.ceil((length - patch) / (double) step));
    int[] starts = new int[count];
    Arrays.setAll(starts, i -> Math.max(0, Math.min(i * step, length - patch)));
    return starts;
  }

  private FeatureMatrix spread(FeatureMatrix features, List<int[]> patches, double[] falls) {
    int columns = features.coefficients();
    double[] sums = new double[features.values().length];
    int[] counts = new int[sums.length];
    for (int patch = 0; patch < falls.length; patch++) {
      int[] at = patches.get(patch);
      for (int row = at[0]; row < Math.min(features.frames(), at[0] + patchFrames); row++) {
        for (int i = at[1]; i < Math.min(columns, at[1] + patchCoefficients); i++) {
          sums[row * columns + i] += falls[patch];
          counts[row * columns + i]++;
        }
      }
    }
    float[] values = new float[sums.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sums[i] / counts[i]);
    }
    return new FeatureMatrix(values, features.frames(), columns);
  }

  /**
   * The probability of a class when some cells are taken away: what tests of deletion ask for.
   *
   * @param cells a flag for each cell, row after row
   * @throws IllegalArgumentException as {@link #relevance}, or if there are not as many flags as
   *     cells
   */
  public static double probabilityWithout(
      Recognizer recognizer, FeatureMatrix features, String label, boolean[] cells) {
    if (cells.length != features.values().length) {
      throw new IllegalArgumentException(
          "there must be a flag for each of "
              + features.values().length
              + " cells, were "
              + cells.length);
    }
    Background background = Background.of(recognizer.model().manifest().frontEnd(), features);
    int index = recognizer.model().manifest().classes().indexOf(label);
    return recognizer.clipProbabilities(background.without(cells))[index];
  }
}
