package org.emotone.features.gemaps;

import java.util.ArrayList;
import java.util.List;

/**
 * The voiced or the unvoiced stretches of a clip, as openSMILE's {@code Segments} counts them: of
 * at least three frames, across gaps of one frame, and each one frame shorter than it has frames,
 * two at the end of the clip.
 *
 * @param count number of stretches
 * @param mean mean length in seconds, 0 if there are none
 * @param deviation of the length in seconds
 */
record Segments(int count, double mean, double deviation) {

  private static final int LEAST = 3;

  /** The stretches in which a contour is 0 ({@code voiced} false) or is not. */
  static Segments of(double[] contour, boolean voiced, double hopSeconds) {
    List<Integer> lengths = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= contour.length; i++) {
      boolean inside = i < contour.length && (contour[i] != 0) == voiced;
      boolean bridged = start >= 0 && i + 1 < contour.length && (contour[i + 1] != 0) == voiced;
      if (inside && start < 0) {
        start = i;
      } else if (!inside && !bridged && start >= 0) {
        if (i - start >= LEAST) {
          lengths.add(i < contour.length ? i - start - 1 : i - start - 2);
        }
        start = -1;
      }
    }
    if (lengths.isEmpty()) {
      return new Segments(0, 0, 0);
    }
    double sum = 0;
    for (int length : lengths) {
      sum += length;
    }
    double mean = sum / lengths.size();
    double squares = 0;
    for (int length : lengths) {
      squares += (length - mean) * (length - mean);
    }
    double deviation = Math.sqrt(squares / lengths.size());
    return new Segments(lengths.size(), mean * hopSeconds, deviation * hopSeconds);
  }
}
