package org.emotone.features.gemaps;

import java.util.Arrays;
import org.emotone.features.functional.Contour;
import org.emotone.features.functional.Functional;
import org.emotone.features.voice.VoiceContours;

/** Says the functionals of a clip, one after the other, in the published order. */
final class GemapsVector {

  private static final double FIRST_SEMITONE_HZ = 27.5;

  private final ShortContours spectrum;
  private final VoiceContours voice;
  private final double hopSeconds;
  private final boolean extended;
  private final float[] values;
  private int count;

  GemapsVector(ShortContours spectrum, VoiceContours voice, double hopSeconds, GemapsSet set) {
    this.spectrum = spectrum;
    this.voice = voice;
    this.hopSeconds = hopSeconds;
    extended = set.extended();
    values = new float[set.size()];
  }

  /** All functionals. */
  float[] values() {
    double[] pitch = voiced(semitones(voice.pitch()));
    double[] loudness = Smoothing.all(spectrum.loudness());
    full(Smoothing.withoutZeros(pitch));
    full(loudness);
    if (extended) {
      meanAndVariation(Smoothing.all(spectrum.flux()));
      for (double[] cepstrum : spectrum.cepstra()) {
        meanAndVariation(Smoothing.all(cepstrum));
      }
    }
    voiceQuality();
    formants();
    voicedSpectrum();
    unvoicedSpectrum();
    temporal(loudness, pitch);
    if (extended) {
      add(10 * Math.log10(Math.max(1e-20, mean(spectrum.energy()))));
    }
    return values;
  }

  /** Pitch in semitones above 27.5 Hz, 0 where unvoiced. */
  static double[] semitones(double[] hz) {
    double[] semitones = new double[hz.length];
    for (int i = 0; i < hz.length; i++) {
      semitones[i] = hz[i] > 0 ? 12 * Math.log(hz[i] / FIRST_SEMITONE_HZ) / Math.log(2) : 0;
    }
    return semitones;
  }

  private void voiceQuality() {
    meanAndVariation(Smoothing.withoutZeros(voiced(voice.jitter())));
    meanAndVariation(Smoothing.withoutZeros(voiced(voice.shimmer())));
    meanAndVariation(Smoothing.withoutZeros(voiced(voice.noiseRatio())));
    meanAndVariation(Smoothing.withoutZeros(voiced(voice.firstToSecond())));
    meanAndVariation(Smoothing.withoutZeros(voiced(voice.firstToFormant())));
  }

  private void formants() {
    for (int f = 0; f < VoiceContours.FORMANTS; f++) {
      meanAndVariation(Smoothing.withoutZeros(voiced(voice.formants()[f])));
      if (extended || f == 0) {
        double[] bandwidth = voice.formants()[VoiceContours.FORMANTS + f];
        meanAndVariation(Smoothing.withoutZeros(voiced(bandwidth)));
      }
      // Unvoiced frames count here: their strength is -201 dB and not 0.
      double[] strength = voice.strengths()[f];
      meanAndVariation(
          Smoothing.withoutZeros(Smoothing.nonZero(strength, strength.length, i -> true)));
    }
  }

  private void voicedSpectrum() {
    for (double[] contour : balance()) {
      meanAndVariation(Smoothing.withoutZeros(voiced(contour)));
    }
    if (extended) {
      for (double[] cepstrum : spectrum.cepstra()) {
        meanAndVariation(Smoothing.withoutZeros(voiced(cepstrum)));
      }
    }
  }

  private void unvoicedSpectrum() {
    for (double[] contour : balance()) {
      double[] unvoiced = Smoothing.nonZero(contour, voice.frames(), i -> voice.pitch()[i] == 0);
      add(mean(Smoothing.withoutZeros(unvoiced)));
    }
  }

  private double[][] balance() {
    double[][] four = {
      spectrum.alphaRatio(), spectrum.hammarbergIndex(), spectrum.lowSlope(), spectrum.middleSlope()
    };
    if (!extended) {
      return four;
    }
    double[][] five = Arrays.copyOf(four, 5);
    five[4] = spectrum.flux();
    return five;
  }

  private void temporal(double[] loudness, double[] pitch) {
    add(new Peaks(loudness, hopSeconds).count() / (loudness.length * hopSeconds));
    Segments voiced = Segments.of(pitch, true, hopSeconds);
    Segments unvoiced = Segments.of(pitch, false, hopSeconds);
    add(pitch.length < 2 ? 0 : voiced.count() / ((pitch.length - 1) * hopSeconds));
    add(voiced.mean());
    add(voiced.deviation());
    add(unvoiced.mean());
    add(unvoiced.deviation());
  }

  private double[] voiced(double[] contour) {
    return Smoothing.nonZero(contour, voice.frames(), i -> voice.pitch()[i] > 0);
  }

  private void full(double[] contour) {
    Contour whole = new Contour(contour, hopSeconds);
    meanAndVariation(contour);
    add(Functional.PERCENTILE_20.of(whole));
    add(Functional.MEDIAN.of(whole));
    add(Functional.PERCENTILE_80.of(whole));
    add(Functional.PERCENTILE_RANGE_20_80.of(whole));
    Peaks peaks = new Peaks(contour, hopSeconds);
    add(peaks.rising()[0]);
    add(peaks.rising()[1]);
    add(peaks.falling()[0]);
    add(peaks.falling()[1]);
  }

  /** Mean, and deviation over the mean with its sign. */
  private void meanAndVariation(double[] contour) {
    double mean = mean(contour);
    double squares = 0;
    for (double value : contour) {
      squares += (value - mean) * (value - mean);
    }
    add(mean);
    add(mean == 0 ? 0 : Math.sqrt(squares / contour.length) / mean);
  }

  private static double mean(double[] contour) {
    double sum = 0;
    for (double value : contour) {
      sum += value;
    }
    return contour.length == 0 ? 0 : sum / contour.length;
  }

  private void add(double value) {
    values[count++] = (float) value;
  }
}
