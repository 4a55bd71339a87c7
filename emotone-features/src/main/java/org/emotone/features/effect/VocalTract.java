package org.emotone.features.effect;

import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.ComplexSpectrogram;
import org.emotone.features.spectral.RealFft;
import org.emotone.features.spectral.Stft;

/**
 * A voice as it would sound from a longer or shorter vocal tract (VTLP: Jaitly and Hinton, 2013):
 * its formants move, its pitch and tempo stay.
 *
 * <p>The envelope of each spectrum (its cepstrum up to 2.2 ms: Noll, 1964) is stretched along
 * frequency by the piecewise linear warp of that paper, and the spectrum is multiplied by what the
 * envelope has changed.
 *
 * @param factor 0.5 to 2; above 1 formants rise, as of a shorter tract
 * @param highestHz up to which frequencies are stretched by the factor itself, 500 to 20 000 Hz;
 *     from there on the warp goes straight to half the sample rate, which stays
 */
public record VocalTract(double factor, double highestHz) {

  /** Periods of voices are longer than this, in seconds. */
  private static final double LONGEST_QUEFRENCY = 0.0022;

  /** The most that any frequency is raised or lowered, in nepers: 20 dB. */
  private static final double MOST = Math.log(10);

  private static final double FLOOR = 1e-10;

  /** Checks the ranges. */
  public VocalTract {
    Bounds.check("factor", factor, 0.5, 2);
    Bounds.check("highestHz", highestHz, 500, 20_000);
  }

  /**
   * Changes a voice.
   *
   * @return as many samples at the same rate
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public Waveform apply(Waveform clip) {
    int rate = clip.sampleRate();
    int size = Integer.highestOneBit((int) Math.max(64, 0.032 * rate * 1.5));
    Stft stft = Stft.of(size, size / 4);
    ComplexSpectrogram spectrogram = stft.transform(clip.samples());
    double[] values = spectrogram.values().clone();
    int bins = spectrogram.bins();
    double[] sources = sources(bins, rate);
    RealFft fft = new RealFft(size);
    int kept = (int) Math.max(2, LONGEST_QUEFRENCY * rate);
    for (int frame = 0; frame < spectrogram.frames(); frame++) {
      double[] envelope = envelope(spectrogram, frame, fft, size, kept);
      for (int bin = 0; bin < bins; bin++) {
        int below = (int) Math.min(bins - 2, sources[bin]);
        double share = sources[bin] - below;
        double moved = envelope[below] + share * (envelope[below + 1] - envelope[below]);
        double gain = Math.exp(Math.max(-MOST, Math.min(MOST, moved - envelope[bin])));
        values[2 * (frame * bins + bin)] *= gain;
        values[2 * (frame * bins + bin) + 1] *= gain;
      }
    }
    float[] out =
        stft.inverse(new ComplexSpectrogram(values, spectrogram.frames(), bins), clip.length());
    return new Waveform(out, rate);
  }

  /** From which bin, with fraction, each bin's envelope comes. */
  private double[] sources(int bins, int rate) {
    double half = rate / 2.0;
    double knee = Math.min(highestHz, half * 0.95) * Math.min(factor, 1);
    double[] sources = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      double hz = half * bin / (bins - 1);
      double turn = Math.min(half * 0.99, knee);
      double from =
          hz <= turn ? hz / factor : half - (half - turn / factor) / (half - turn) * (half - hz);
      sources[bin] = Math.max(0, Math.min(bins - 1, from / half * (bins - 1)));
    }
    return sources;
  }

  /** The natural logarithm of the smoothed magnitudes of a frame. */
  private static double[] envelope(
      ComplexSpectrogram spectrogram, int frame, RealFft fft, int size, int kept) {
    int bins = spectrogram.bins();
    double[] cepstrum = new double[size];
    for (int bin = 0; bin < bins; bin++) {
      double re = spectrogram.re(frame, bin);
      double im = spectrogram.im(frame, bin);
      double level = 0.5 * Math.log(Math.max(FLOOR, re * re + im * im));
      cepstrum[bin] = level;
      if (bin > 0 && bin < bins - 1) {
        cepstrum[size - bin] = level;
      }
    }
    // An even sequence: its transform is real, and the same forward and backward.
    fft.forward(cepstrum);
    double[] liftered = new double[size];
    for (int n = 0; n < bins; n++) {
      // Flat but for its end: a tapered lifter would leave half of a formant where it was.
      double weight = Math.max(0, Math.min(1, 5 - 5.0 * n / kept));
      double value = weight * (n == bins - 1 ? cepstrum[1] : cepstrum[2 * n]) / size;
      liftered[n] = value;
      if (n > 0 && n < bins - 1) {
        liftered[size - n] = value;
      }
    }
    fft.forward(liftered);
    double[] envelope = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      envelope[bin] = bin == bins - 1 ? liftered[1] : liftered[2 * bin];
    }
    return envelope;
  }
}
