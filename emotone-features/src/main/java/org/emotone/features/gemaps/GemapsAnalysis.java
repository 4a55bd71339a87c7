package org.emotone.features.gemaps;

import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;
import org.emotone.features.voice.VoiceContours;

/**
 * Analyses a clip at its own sample rate as the GeMAPS prescribe.
 *
 * <p>A clip shorter than a frame of 60 ms is filled up with zeros to one. Where nothing is voiced,
 * what is said of voiced frames is 0.
 */
public final class GemapsAnalysis {

  private static final double HOP_SECONDS = 0.010;
  private static final int LEAST_RATE = 8000;
  private static final int LARGEST_RATE = 384_000;

  private static final List<String> CONTOURS =
      List.of(
          "Loudness_sma3",
          "alphaRatio_sma3",
          "hammarbergIndex_sma3",
          "slope0-500_sma3",
          "slope500-1500_sma3",
          "spectralFlux_sma3",
          "mfcc1_sma3",
          "mfcc2_sma3",
          "mfcc3_sma3",
          "mfcc4_sma3",
          "F0semitoneFrom27.5Hz_sma3nz",
          "jitterLocal_sma3nz",
          "shimmerLocaldB_sma3nz",
          "HNRdBACF_sma3nz",
          "logRelF0-H1-H2_sma3nz",
          "logRelF0-H1-A3_sma3nz",
          "F1frequency_sma3nz",
          "F1bandwidth_sma3nz",
          "F1amplitudeLogRelF0_sma3nz",
          "F2frequency_sma3nz",
          "F2bandwidth_sma3nz",
          "F2amplitudeLogRelF0_sma3nz",
          "F3frequency_sma3nz",
          "F3bandwidth_sma3nz",
          "F3amplitudeLogRelF0_sma3nz");

  private final ShortContours spectrum;
  private final VoiceContours voice;
  private final int sampleRate;

  private GemapsAnalysis(ShortContours spectrum, VoiceContours voice, int sampleRate) {
    this.spectrum = spectrum;
    this.voice = voice;
    this.sampleRate = sampleRate;
  }

  /**
   * Checks that clips of a sample rate can be analysed.
   *
   * @throws IllegalArgumentException if it is not from 8000 to 384 000 Hz
   */
  public static void checkRate(int sampleRate) {
    Bounds.check("sampleRate", sampleRate, LEAST_RATE, LARGEST_RATE);
  }

  /**
   * Analyses a clip.
   *
   * @throws IllegalArgumentException if it is empty, holds a sample that is not finite, or has a
   *     rate below 8000 Hz
   */
  public static GemapsAnalysis of(Waveform waveform) {
    float[] samples = waveform.samples();
    int sampleRate = waveform.sampleRate();
    Finite.check(samples);
    checkRate(sampleRate);
    int least = VoiceContours.frame(sampleRate);
    if (samples.length < least) {
      samples = Arrays.copyOf(samples, least);
    }
    int hop = hop(sampleRate);
    ShortContours spectrum = ShortContours.of(samples, sampleRate, hop);
    VoiceContours voice = VoiceContours.of(samples, sampleRate, hop, spectrum.formants());
    return new GemapsAnalysis(spectrum, voice, sampleRate);
  }

  /** The functionals of the clip, all finite, in the order of {@link GemapsSet#names}. */
  public float[] functionals(GemapsSet set) {
    return new GemapsVector(spectrum, voice, hopSeconds(sampleRate), set).values();
  }

  /** The voice over time, not smoothed. */
  public VoiceContours voice() {
    return voice;
  }

  /** Time from one frame to the next in seconds, about 10 ms. */
  public static double hopSeconds(int sampleRate) {
    return (double) hop(sampleRate) / sampleRate;
  }

  private static int hop(int sampleRate) {
    return (int) Math.round(HOP_SECONDS * sampleRate);
  }

  /** Number of frames of a clip of so many samples, at least 1. */
  public static int frames(int samples, int sampleRate) {
    int frame = VoiceContours.frame(sampleRate);
    return 1 + Math.max(0, samples - frame) / hop(sampleRate);
  }

  /** The names of the columns of {@link #contours}, those of openSMILE. */
  public static List<String> contourNames() {
    return CONTOURS;
  }

  /**
   * The low-level descriptors of eGeMAPSv02, smoothed: frame after frame, with the columns of
   * {@link #contourNames}.
   */
  public float[] contours() {
    double[][] columns = new double[CONTOURS.size()][];
    columns[0] = Smoothing.all(spectrum.loudness());
    columns[1] = Smoothing.all(spectrum.alphaRatio());
    columns[2] = Smoothing.all(spectrum.hammarbergIndex());
    columns[3] = Smoothing.all(spectrum.lowSlope());
    columns[4] = Smoothing.all(spectrum.middleSlope());
    columns[5] = Smoothing.all(spectrum.flux());
    for (int n = 0; n < spectrum.cepstra().length; n++) {
      columns[6 + n] = Smoothing.all(spectrum.cepstra()[n]);
    }
    columns[10] = smooth(GemapsVector.semitones(voice.pitch()));
    columns[11] = smooth(voice.jitter());
    columns[12] = smooth(voice.shimmer());
    columns[13] = smooth(voice.noiseRatio());
    columns[14] = smooth(voice.firstToSecond());
    columns[15] = smooth(voice.firstToFormant());
    for (int f = 0; f < VoiceContours.FORMANTS; f++) {
      columns[16 + 3 * f] = smooth(voice.formants()[f]);
      columns[17 + 3 * f] = smooth(voice.formants()[VoiceContours.FORMANTS + f]);
      columns[18 + 3 * f] = smooth(voice.strengths()[f]);
    }
    return rows(columns);
  }

  private double[] smooth(double[] contour) {
    return Smoothing.nonZero(contour, voice.frames(), i -> true);
  }

  private float[] rows(double[][] columns) {
    float[] values = new float[voice.frames() * columns.length];
    for (int frame = 0; frame < voice.frames(); frame++) {
      for (int c = 0; c < columns.length; c++) {
        values[frame * columns.length + c] = (float) columns[c][frame];
      }
    }
    return values;
  }
}
