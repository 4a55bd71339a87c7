package org.emotone.features.gemaps;

import java.util.Arrays;
import org.emotone.features.spectral.RealFft;
import org.emotone.features.spectral.Window;
import org.emotone.features.spectral.WindowShape;
import org.emotone.features.spectral.WindowSymmetry;
import org.emotone.features.voice.Formants;
import org.emotone.features.voice.VoiceContours;

/**
 * What the spectrum does over time; all arrays have one value for each frame of 20 ms under a
 * Hamming window, every 10 ms from the first sample on.
 *
 * @param loudness of {@link AuditorySpectrum}
 * @param alphaRatio in dB
 * @param hammarbergIndex in dB
 * @param lowSlope slope from 0 to 500 Hz in dB per Hz
 * @param middleSlope slope from 500 to 1500 Hz in dB per Hz
 * @param flux change of the magnitudes, 0 in the first frame
 * @param cepstra {@code [4][frames]}, mel cepstra 1 to 4
 * @param energy mean square of the samples
 * @param formants {@code [6][frames]}, as {@link VoiceContours#formants}
 */
record ShortContours(
    double[] loudness,
    double[] alphaRatio,
    double[] hammarbergIndex,
    double[] lowSlope,
    double[] middleSlope,
    double[] flux,
    double[][] cepstra,
    double[] energy,
    double[][] formants) {

  private static final double FRAME_SECONDS = 0.020;
  private static final Window HAMMING =
      new Window(WindowShape.HAMMING, WindowSymmetry.SYMMETRIC, null);

  private static ShortContours empty(int frames) {
    return new ShortContours(
        new double[frames],
        new double[frames],
        new double[frames],
        new double[frames],
        new double[frames],
        new double[frames],
        new double[AuditorySpectrum.CEPSTRA][frames],
        new double[frames],
        new double[2 * VoiceContours.FORMANTS][frames]);
  }

  /** Follows a clip of at least one frame. */
  static ShortContours of(float[] samples, int sampleRate, int hop) {
    double[] window = HAMMING.values((int) Math.round(FRAME_SECONDS * sampleRate));
    double[] work = new double[Integer.highestOneBit(window.length - 1) * 2];
    RealFft fft = new RealFft(work.length);
    ShortContours contours = empty(1 + (samples.length - window.length) / hop);
    Formants formants = new Formants(window.length, work.length, sampleRate);
    int bins = work.length / 2 + 1;
    double hzPerBin = (double) sampleRate / work.length;
    AuditorySpectrum auditory = new AuditorySpectrum(bins, hzPerBin);
    SpectralBalance balance = new SpectralBalance(bins, hzPerBin);
    double[] power = new double[bins];
    double[] before = new double[bins];
    double[] row = new double[2 * Formants.COUNT];
    for (int frame = 0; frame < contours.frames(); frame++) {
      contours.energy[frame] = weigh(samples, frame * hop, window, work);
      fft.forward(work);
      power(work, power);
      contours.describe(frame, auditory, balance, power, before);
      formants.analyse(work, row);
      for (int f = 0; f < VoiceContours.FORMANTS; f++) {
        contours.formants[f][frame] = row[f];
        contours.formants[VoiceContours.FORMANTS + f][frame] = row[Formants.COUNT + f];
      }
      double[] swapped = before;
      before = power;
      power = swapped;
    }
    return contours;
  }

  /** Number of frames. */
  int frames() {
    return loudness.length;
  }

  private void describe(
      int frame,
      AuditorySpectrum auditory,
      SpectralBalance balance,
      double[] power,
      double[] before) {
    auditory.analyse(power);
    loudness[frame] = auditory.loudness();
    auditory.cepstra(cepstra, frame);
    alphaRatio[frame] = balance.alphaRatio(power);
    hammarbergIndex[frame] = balance.hammarbergIndex(power);
    lowSlope[frame] = balance.slope(power, 0, 500);
    middleSlope[frame] = balance.slope(power, 500, 1500);
    flux[frame] = frame == 0 ? 0 : balance.flux(before, power);
  }

  /** Weighs a frame into the buffer of the transform; the mean square of its samples. */
  private static double weigh(float[] samples, int from, double[] window, double[] work) {
    double sum = 0;
    Arrays.fill(work, window.length, work.length, 0);
    for (int i = 0; i < window.length; i++) {
      double sample = samples[from + i];
      sum += sample * sample;
      work[i] = window[i] * sample;
    }
    return sum / window.length;
  }

  private static void power(double[] spectrum, double[] power) {
    int half = spectrum.length / 2;
    power[0] = spectrum[0] * spectrum[0];
    power[half] = spectrum[1] * spectrum[1];
    for (int bin = 1; bin < half; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      power[bin] = re * re + im * im;
    }
  }
}
