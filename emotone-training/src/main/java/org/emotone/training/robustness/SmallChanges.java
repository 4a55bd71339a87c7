package org.emotone.training.robustness;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;

/**
 * The changes of ser-tests' "robustness small changes" that no augmentation makes: at a clip's ends
 * (100, 500 or 1000 samples at 16 kHz), a tone, and filters of order one.
 */
final class SmallChanges {

  private static final double[] SECONDS = {100 / 16_000.0, 500 / 16_000.0, 1000 / 16_000.0};
  private static final double[] TONE_SNR_DB = {40, 45, 50};
  private static final double TONE_LOW_HZ = 5000;
  private static final double TONE_HIGH_HZ = 7000;

  private SmallChanges() {}

  /** Silence before the clip. */
  static Waveform prepended(Waveform clip, SplittableRandom random) {
    int more = samples(clip, random);
    float[] samples = new float[clip.length() + more];
    System.arraycopy(clip.samples(), 0, samples, more, clip.length());
    return new Waveform(samples, clip.sampleRate());
  }

  /** Silence after the clip. */
  static Waveform appended(Waveform clip, SplittableRandom random) {
    int length = clip.length() + samples(clip, random);
    return new Waveform(Arrays.copyOf(clip.samples(), length), clip.sampleRate());
  }

  /** Without the first samples. */
  static Waveform withoutBeginning(Waveform clip, SplittableRandom random) {
    int less = Math.min(samples(clip, random), clip.length() - 1);
    return new Range(less, clip.length()).of(clip);
  }

  /** Without the last samples. */
  static Waveform withoutEnd(Waveform clip, SplittableRandom random) {
    int less = Math.min(samples(clip, random), clip.length() - 1);
    return new Range(0, clip.length() - less).of(clip);
  }

  /** The middle of a clip; a shorter clip as it is. */
  static Waveform middle(Waveform clip, double seconds) {
    int length = (int) Math.round(seconds * clip.sampleRate());
    if (clip.length() <= length) {
      return clip;
    }
    int start = (clip.length() - length) / 2;
    return new Range(start, start + length).of(clip);
  }

  /** With a sinusoid of 5 to 7 kHz, its peak 40, 45 or 50 dB below the clip's. */
  static Waveform withTone(Waveform clip, SplittableRandom random) {
    double hz = TONE_LOW_HZ + (TONE_HIGH_HZ - TONE_LOW_HZ) * random.nextDouble();
    double snr = TONE_SNR_DB[random.nextInt(TONE_SNR_DB.length)];
    float[] samples = clip.samples().clone();
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double amplitude = peak * Math.pow(10, -snr / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (amplitude * Math.sin(2 * Math.PI * hz * i / clip.sampleRate()));
    }
    return new Waveform(samples, clip.sampleRate());
  }

  /** Through a Butterworth high-pass filter of order one. */
  static Waveform highPassed(Waveform clip, double cutoffHz) {
    return filtered(clip, cutoffHz, true);
  }

  /** Through a Butterworth low-pass filter of order one. */
  static Waveform lowPassed(Waveform clip, double cutoffHz) {
    return filtered(clip, cutoffHz, false);
  }

  /**
   * The filter by the bilinear transform with the cutoff where it is in the analogue one (Oppenheim
   * and Schafer, Discrete-Time Signal Processing, section 7.2.2).
   */
  private static Waveform filtered(Waveform clip, double cutoffHz, boolean high) {
    double warped = Math.tan(Math.PI * cutoffHz / clip.sampleRate());
    double gain = (high ? 1 : warped) / (1 + warped);
    double back = (1 - warped) / (1 + warped);
    float[] samples = new float[clip.length()];
    double before = 0;
    double out = 0;
    for (int i = 0; i < samples.length; i++) {
      double now = clip.samples()[i];
      out = gain * (high ? now - before : now + before) + back * out;
      before = now;
      samples[i] = (float) out;
    }
    return new Waveform(samples, clip.sampleRate());
  }

  private static int samples(Waveform clip, SplittableRandom random) {
    return (int) Math.round(SECONDS[random.nextInt(SECONDS.length)] * clip.sampleRate());
  }
}
