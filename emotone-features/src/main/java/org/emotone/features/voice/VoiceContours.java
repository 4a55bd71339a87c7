package org.emotone.features.voice;

import java.util.Arrays;

/**
 * What the voice does over time, as the GeMAPS describe it; all arrays have one value for each
 * frame of 60 ms, every 10 ms from the first sample on.
 *
 * @param pitch in Hz, 0 where unvoiced
 * @param jitter mean change of the period over its length, 0 where unvoiced
 * @param shimmer mean change of the peak amplitude in dB, 0 where unvoiced
 * @param noiseRatio harmonics-to-noise ratio in dB, 0 where unvoiced
 * @param firstToSecond the second harmonic above the third in dB, 0 where unvoiced
 * @param firstToFormant the second harmonic above the third formant in dB, 0 where unvoiced
 * @param formants {@code [6][frames]}: the frequencies of F1 to F3 and then their bandwidths, in
 *     Hz, voiced or not; 0 where there is no such formant
 * @param strengths {@code [3][frames]}: F1 to F3 above the fundamental in dB, −201 where unvoiced
 */
public record VoiceContours(
    double[] pitch,
    double[] jitter,
    double[] shimmer,
    double[] noiseRatio,
    double[] firstToSecond,
    double[] firstToFormant,
    double[][] formants,
    double[][] strengths) {

  /** Number of formants. */
  public static final int FORMANTS = 3;

  /** Below this root mean square of the weighted frame nothing is voiced. */
  private static final double SILENCE = 0.001;

  /** Number of frames of 60 ms. */
  public int frames() {
    return pitch.length;
  }

  /** Number of samples of a frame of 60 ms at a sample rate. */
  public static int frame(int sampleRate) {
    return LongSpectra.frame(sampleRate);
  }

  /**
   * Follows the voice of a clip.
   *
   * @param samples at least one frame of 60 ms
   * @param sampleRate in Hz
   * @param hop samples of 10 ms
   * @param formants as the component of that name, for at least as many frames
   */
  public static VoiceContours of(float[] samples, int sampleRate, int hop, double[][] formants) {
    LongSpectra spectra = new LongSpectra(samples, sampleRate, hop);
    double[] pitch = pitch(spectra);
    Perturbation perturbation = Perturbation.of(samples, sampleRate, hop, pitch);
    int frames = pitch.length;
    double[][] strengths = new double[FORMANTS][frames];
    for (double[] strength : strengths) {
      Arrays.fill(strength, Harmonics.NO_FORMANT_DB);
    }
    double[][] cut = new double[2 * FORMANTS][];
    Arrays.setAll(cut, i -> Arrays.copyOf(formants[i], frames));
    VoiceContours contours =
        new VoiceContours(
            pitch,
            perturbation.jitter(),
            perturbation.shimmer(),
            new double[frames],
            new double[frames],
            new double[frames],
            cut,
            strengths);
    Harmonics harmonics = new Harmonics(spectra.fftSize(), sampleRate);
    for (int i = 0; i < frames; i++) {
      if (pitch[i] > 0) {
        harmonics.analyse(spectra.magnitude(i), pitch[i]);
        contours.describe(harmonics, i);
      }
    }
    return contours;
  }

  private void describe(Harmonics harmonics, int i) {
    noiseRatio[i] = harmonics.noiseRatio(pitch[i]);
    firstToSecond[i] = harmonics.firstToSecond();
    firstToFormant[i] = harmonics.firstToFormant(formants[2][i]);
    for (int f = 0; f < FORMANTS; f++) {
      strengths[f][i] = harmonics.formantStrength(formants[f][i]);
    }
  }

  private static double[] pitch(LongSpectra spectra) {
    SubharmonicSum sums = new SubharmonicSum(spectra.bins(), spectra.hzPerBin());
    CandidatePath path = new CandidatePath();
    boolean[] silent = new boolean[spectra.frames()];
    for (int i = 0; i < silent.length; i++) {
      double[] magnitude = spectra.magnitude(i);
      silent[i] = spectra.level() <= SILENCE;
      path.advance(PitchCandidates.of(sums, sums.apply(magnitude)));
    }
    double[] pitch = path.decode();
    for (int i = 0; i < pitch.length; i++) {
      pitch[i] = silent[i] ? 0 : pitch[i];
    }
    return pitch;
  }
}
