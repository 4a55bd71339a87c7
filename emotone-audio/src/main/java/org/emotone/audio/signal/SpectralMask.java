package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * Noise reduction by gains for each point of a spectrogram, which something else estimates.
 *
 * <p>The estimator hears the clip at 16 kHz in frames of 32 ms, one each 16 ms, whatever the clip's
 * own rate: logarithms of magnitudes relative to the loudness of the whole clip, so that a quiet
 * recording is treated as a loud one. Its gains are applied to the clip at its own rate, above 8
 * kHz the mean gain of 7 to 8 kHz. The phase stays that of the noisy clip.
 *
 * @param estimator gives the gains
 */
public record SpectralMask(MaskEstimator estimator) implements NoiseReduction {

  /** Samples per second at which the estimator hears. */
  public static final int SAMPLE_RATE = 16_000;

  /** Samples of a frame. */
  public static final int FRAME = 512;

  /** Samples from frame to frame. */
  public static final int HOP = FRAME / 2;

  /** Frequencies of a frame, 0 to 8 kHz. */
  public static final int BINS = FRAME / 2 + 1;

  /** Magnitudes are told apart down to about 60 dB below the mean. */
  private static final double FLOOR = 1e-3;

  /** Frames that are estimated at once, and those on either side that are heard with them. */
  private static final int BLOCK = 2048;

  private static final int CONTEXT = 128;

  /** The first of the bins whose mean gain is used for what lies above 8 kHz. */
  private static final int HIGHEST = BINS - 1 - FRAME / 16;

  /**
   * The magnitudes of a clip, relative to what white noise as loud as the clip would have on the
   * mean.
   *
   * @param clip at 16 kHz
   * @return {@code [frames][bins]}; all 0 for silence
   * @throws IllegalArgumentException if the rate is another
   */
  public static float[][] magnitudes(Waveform clip) {
    if (clip.sampleRate() != SAMPLE_RATE) {
      throw new IllegalArgumentException("needs 16000 Hz, was " + clip.sampleRate() + " Hz");
    }
    Stft stft = new Stft(FRAME);
    return magnitudes(stft, clip, 0, stft.frames(clip.length()));
  }

  private static float[][] magnitudes(Stft stft, Waveform clip, int from, int to) {
    double scale = scale(clip);
    double[] spectrum = new double[FRAME];
    double[] power = new double[BINS];
    float[][] magnitudes = new float[to - from][BINS];
    for (int frame = from; frame < to; frame++) {
      stft.analyse(clip.samples(), frame, spectrum);
      Stft.power(spectrum, power);
      for (int bin = 0; bin < BINS; bin++) {
        magnitudes[frame - from][bin] = (float) (scale * Math.sqrt(power[bin]));
      }
    }
    return magnitudes;
  }

  /** What magnitudes are multiplied with: the squared windows of a frame sum to half of it. */
  static double scale(Waveform clip) {
    double power = Level.power(clip.samples());
    return power == 0 ? 0 : 1 / Math.sqrt(power * FRAME / 2);
  }

  /**
   * What an estimator hears: {@code ln(magnitude + 0.001) / 2 + 1}, about −2.5 to 2.5.
   *
   * @param magnitudes as {@link #magnitudes} gives them
   */
  public static float[][] features(float[][] magnitudes) {
    float[][] features = new float[magnitudes.length][BINS];
    for (int frame = 0; frame < features.length; frame++) {
      for (int bin = 0; bin < BINS; bin++) {
        features[frame][bin] = (float) (Math.log(magnitudes[frame][bin] + FLOOR) / 2 + 1);
      }
    }
    return features;
  }

  @Override
  public Waveform apply(Waveform noisy) {
    if (Level.power(noisy.samples()) == 0) {
      return noisy;
    }
    float[][] masks = masks(Resampler.resample(noisy, SAMPLE_RATE));
    int rate = noisy.sampleRate();
    Stft stft = new Stft(2 * (int) Math.max(8, Math.round(HOP * (double) rate / SAMPLE_RATE)));
    double framesPerFrame = (double) stft.hop() / rate * SAMPLE_RATE / HOP;
    float[] clean = new float[noisy.length()];
    double[] spectrum = new double[stft.length()];
    double[] gains = new double[stft.bins()];
    for (int frame = 0; frame < stft.frames(clean.length); frame++) {
      int heard = (int) Math.min(masks.length - 1, Math.round(frame * framesPerFrame));
      stretch(masks[heard], gains);
      stft.analyse(noisy.samples(), frame, spectrum);
      Stft.scale(spectrum, gains);
      stft.synthesise(spectrum, frame, clean);
    }
    return new Waveform(clean, rate);
  }

  /** The gains of a frame for as many bins as there are, which are as wide as those of the mask. */
  private static void stretch(float[] mask, double[] gains) {
    double above = 0;
    for (int bin = HIGHEST; bin < BINS; bin++) {
      above += mask[bin] / (BINS - HIGHEST);
    }
    for (int bin = 0; bin < gains.length; bin++) {
      gains[bin] = bin < BINS ? mask[bin] : above;
    }
  }

  /** All gains of a clip at 16 kHz, estimated block by block: an hour at once would be too much. */
  private float[][] masks(Waveform heard) {
    Stft stft = new Stft(FRAME);
    float[][] masks = new float[stft.frames(heard.length())][];
    for (int start = 0; start < masks.length; start += BLOCK) {
      int from = Math.max(0, start - CONTEXT);
      int end = Math.min(masks.length, start + BLOCK);
      int to = Math.min(masks.length, end + CONTEXT);
      float[][] block = estimator.masks(features(magnitudes(stft, heard, from, to)));
      System.arraycopy(block, start - from, masks, start, end - start);
    }
    return masks;
  }
}
