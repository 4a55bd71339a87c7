package org.emotone.features;

import java.util.Arrays;
import java.util.Objects;
import org.emotone.features.spectral.Spectrogram;

/**
 * Features over time, {@code [frames][coefficients]}.
 *
 * @param values row after row, {@code frames × coefficients} of them; shared, not copied, and not
 *     to be changed by a receiver
 * @param frames number of rows
 * @param coefficients number of columns
 */
public record FeatureMatrix(float[] values, int frames, int coefficients) {

  /** Checks that the extents fit the values. */
  public FeatureMatrix {
    if (frames < 0 || coefficients < 1 || values.length != (long) frames * coefficients) {
      throw new IllegalArgumentException(
          frames
              + " frames × "
              + coefficients
              + " coefficients do not fit "
              + values.length
              + " values");
    }
  }

  /** The values of a spectrogram, rounded to single precision. */
  public static FeatureMatrix of(Spectrogram spectrogram) {
    double[] values = spectrogram.values();
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return new FeatureMatrix(rounded, spectrogram.frames(), spectrogram.bins());
  }

  /** The values in double precision; a copy. */
  public Spectrogram spectrogram() {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return new Spectrogram(copy, frames, coefficients);
  }

  /** One value. */
  public float get(int frame, int coefficient) {
    return values[frame * coefficients + coefficient];
  }

  /** A copy of {@code count} rows from row {@code first} on. */
  public FeatureMatrix slice(int first, int count) {
    Objects.checkFromIndexSize(first, count, frames);
    int from = first * coefficients;
    float[] rows = Arrays.copyOfRange(values, from, from + count * coefficients);
    return new FeatureMatrix(rows, count, coefficients);
  }
}
