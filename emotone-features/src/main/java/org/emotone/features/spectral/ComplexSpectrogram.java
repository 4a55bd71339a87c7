package org.emotone.features.spectral;

/**
 * A short-time Fourier transform, {@code [frames][bins][2]}: real and imaginary part of the bins 0
 * to fftSize / 2.
 *
 * @param values row after row, real and imaginary parts in turn; shared, not copied, and not to be
 *     changed by a receiver
 * @param frames number of rows
 * @param bins number of bins of a row
 */
public record ComplexSpectrogram(double[] values, int frames, int bins) {

  /** Checks that the extents fit the values. */
  public ComplexSpectrogram {
    if (frames < 0 || bins < 1 || values.length != 2L * frames * bins) {
      throw new IllegalArgumentException(
          frames + " frames × " + bins + " complex bins do not fit " + values.length + " values");
    }
  }

  /** The real part of a bin. */
  public double re(int frame, int bin) {
    return values[2 * (frame * bins + bin)];
  }

  /** The imaginary part of a bin. */
  public double im(int frame, int bin) {
    return values[2 * (frame * bins + bin) + 1];
  }

  /** Squared magnitudes. */
  public Spectrogram power() {
    double[] power = new double[frames * bins];
    for (int i = 0; i < power.length; i++) {
      power[i] = values[2 * i] * values[2 * i] + values[2 * i + 1] * values[2 * i + 1];
    }
    return new Spectrogram(power, frames, bins);
  }

  /** Magnitudes. */
  public Spectrogram amplitude() {
    double[] amplitude = power().values();
    for (int i = 0; i < amplitude.length; i++) {
      amplitude[i] = Math.sqrt(amplitude[i]);
    }
    return new Spectrogram(amplitude, frames, bins);
  }
}
