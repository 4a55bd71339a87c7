package org.emotone.features.spectral;

/**
 * Real values over time and frequency (power, amplitude, bands), {@code [frames][bins]}.
 *
 * @param values row after row; shared, not copied, and not to be changed by a receiver
 * @param frames number of rows
 * @param bins number of columns
 */
public record Spectrogram(double[] values, int frames, int bins) {

  /** Checks that the extents fit the values. */
  public Spectrogram {
    if (frames < 0 || bins < 1 || values.length != (long) frames * bins) {
      throw new IllegalArgumentException(
          frames + " frames × " + bins + " bins do not fit " + values.length + " values");
    }
  }

  /** One value. */
  public double get(int frame, int bin) {
    return values[frame * bins + bin];
  }
}
