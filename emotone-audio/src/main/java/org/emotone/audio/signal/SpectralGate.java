package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * A spectral gate for steady noise, after the non-adaptive mode of noisereduce (Sainburg, 2019):
 * the noise's spectrum is taken from the quietest tenth of the frames; what does not stand out of
 * it is turned down, softly over neighbouring frames and frequencies.
 *
 * @param thresholdDb how far above the noise a sound must be to pass, in dB
 * @param reductionDb how far the rest is turned down, in dB, positive
 */
public record SpectralGate(double thresholdDb, double reductionDb) implements NoiseReduction {

  /** A threshold of 6 dB and 20 dB of reduction. */
  public static final SpectralGate DEFAULT = new SpectralGate(6, 20);

  /** Neighbours on each side over which the gate is smoothed: about 80 Hz and 50 ms. */
  private static final int BINS = 2;

  private static final int FRAMES = 2;

  /** Checks the ranges. */
  public SpectralGate {
    if (!Double.isFinite(thresholdDb)) {
      throw new IllegalArgumentException("thresholdDb must be finite, was " + thresholdDb);
    }
    if (!(reductionDb > 0)) {
      throw new IllegalArgumentException(
          "reductionDb must be positive, was " + reductionDb + " dB");
    }
  }

  @Override
  public Waveform apply(Waveform noisy) {
    Stft stft = Stft.forSpeech(noisy.sampleRate());
    float[] samples = noisy.samples();
    double[][] powers = stft.powers(samples);
    double[][] gates = smooth(gates(powers));
    float[] clean = new float[samples.length];
    double[] spectrum = new double[stft.length()];
    double closed = Math.pow(10, -reductionDb / 20);
    for (int frame = 0; frame < gates.length; frame++) {
      for (int bin = 0; bin < gates[frame].length; bin++) {
        gates[frame][bin] = closed + (1 - closed) * gates[frame][bin];
      }
      stft.analyse(samples, frame, spectrum);
      Stft.scale(spectrum, gates[frame]);
      stft.synthesise(spectrum, frame, clean);
    }
    return new Waveform(clean, noisy.sampleRate());
  }

  /** 1 where a sound passes, else 0. */
  private double[][] gates(double[][] powers) {
    double[] noise = NoiseTracker.quietest(powers);
    double factor = Math.pow(10, thresholdDb / 10);
    double[][] gates = new double[powers.length][noise.length];
    for (int frame = 0; frame < gates.length; frame++) {
      for (int bin = 0; bin < noise.length; bin++) {
        gates[frame][bin] = powers[frame][bin] > factor * noise[bin] ? 1 : 0;
      }
    }
    return gates;
  }

  /** The mean over neighbours, those nearer weighing more. */
  private static double[][] smooth(double[][] gates) {
    double[][] smooth = new double[gates.length][gates[0].length];
    for (int frame = 0; frame < gates.length; frame++) {
      for (int bin = 0; bin < smooth[frame].length; bin++) {
        smooth[frame][bin] = around(gates, frame, bin);
      }
    }
    return smooth;
  }

  private static double around(double[][] gates, int frame, int bin) {
    double sum = 0;
    double weights = 0;
    for (int f = Math.max(0, frame - FRAMES); f <= frame + FRAMES && f < gates.length; f++) {
      double[] row = gates[f];
      for (int b = Math.max(0, bin - BINS); b <= bin + BINS && b < row.length; b++) {
        double weight = (FRAMES + 1.0 - Math.abs(f - frame)) * (BINS + 1.0 - Math.abs(b - bin));
        sum += weight * row[b];
        weights += weight;
      }
    }
    return sum / weights;
  }
}
