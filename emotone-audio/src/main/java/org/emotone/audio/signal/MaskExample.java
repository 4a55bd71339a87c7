package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * What a mask over a noisy clip is learned from: with gains {@code g} the energy of the error is
 * {@code Σ(g·magnitude − target)² + rest} (Erdogan, Hershey, Watanabe and Le Roux, ICASSP 2015,
 * phase-sensitive spectrum approximation), all of it relative to the energy of the speech. The
 * frequencies 0 and 8 kHz, which are half as wide as the others, weigh as much as these.
 *
 * @param features {@code [frames][bins]}, as {@link SpectralMask#features}
 * @param magnitudes of the noisy clip, {@code [frames][bins]}
 * @param targets the speech in the direction of the noisy clip's phase, {@code [frames][bins]}
 * @param rest what no gain can do right: the share of the speech at right angles to it, 0 to 1
 */
public record MaskExample(
    float[][] features, float[][] magnitudes, float[][] targets, double rest) {

  private static final double LEAST_POWER = 1e-20;

  /**
   * Makes one.
   *
   * @param noisy speech and noise, at 16 kHz
   * @param speech alone, of the same length and not silent
   * @throws IllegalArgumentException if it is silent, or lengths or rates are others
   */
  public static MaskExample of(Waveform noisy, Waveform speech) {
    if (noisy.length() != speech.length() || speech.sampleRate() != noisy.sampleRate()) {
      throw new IllegalArgumentException("noisy clip and speech must be alike");
    }
    float[][] magnitudes = SpectralMask.magnitudes(noisy);
    float[][] features = SpectralMask.features(magnitudes);
    float[][] targets = new float[magnitudes.length][SpectralMask.BINS];
    Stft stft = new Stft(SpectralMask.FRAME);
    double[] mixed = new double[stft.length()];
    double[] clean = new double[stft.length()];
    double[] power = new double[SpectralMask.BINS];
    double energy = 0;
    double caught = 0;
    for (int frame = 0; frame < targets.length; frame++) {
      stft.analyse(noisy.samples(), frame, mixed);
      stft.analyse(speech.samples(), frame, clean);
      Stft.power(clean, power);
      project(clean, mixed, targets[frame]);
      for (int bin = 0; bin < power.length; bin++) {
        energy += power[bin];
        caught += (double) targets[frame][bin] * targets[frame][bin];
      }
    }
    if (energy < LEAST_POWER) {
      throw new IllegalArgumentException("the speech is silent");
    }
    double norm = 1 / Math.sqrt(energy);
    multiply(magnitudes, norm / SpectralMask.scale(noisy));
    multiply(targets, norm);
    return new MaskExample(features, magnitudes, targets, Math.max(0, 1 - caught / energy));
  }

  /** The real part of one spectrum in the direction of another, bin by bin. */
  private static void project(double[] spectrum, double[] direction, float[] projected) {
    int last = projected.length - 1;
    projected[0] = (float) (spectrum[0] * Math.signum(direction[0]));
    projected[last] = (float) (spectrum[1] * Math.signum(direction[1]));
    for (int bin = 1; bin < last; bin++) {
      double re = direction[2 * bin];
      double im = direction[2 * bin + 1];
      double length = Math.hypot(re, im);
      double product = spectrum[2 * bin] * re + spectrum[2 * bin + 1] * im;
      projected[bin] = length == 0 ? 0 : (float) (product / length);
    }
  }

  private static void multiply(float[][] values, double factor) {
    for (float[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (row[i] * factor);
      }
    }
  }
}
