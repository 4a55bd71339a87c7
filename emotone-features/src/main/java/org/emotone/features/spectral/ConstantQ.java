package org.emotone.features.spectral;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;

/**
 * The constant-Q transform (Brown, 1991) by octaves: librosa 0.11's {@code cqt} with its defaults.
 * Each octave is half the rate of the one above, so that one short set of kernels serves all.
 *
 * @param sampleRate in Hz
 * @param hop samples from one frame to the next, a multiple of {@code 2^(octaves − 1)}
 * @param minHz frequency of the lowest bin; librosa's default is C1, 32.703 Hz
 * @param octaves number of octaves, 1 to 10
 * @param binsPerOctave 12 to 96
 */
public record ConstantQ(int sampleRate, int hop, double minHz, int octaves, int binsPerOctave) {

  /** C1, librosa's lowest tone, in Hz. */
  public static final double C1 = 440 * Math.pow(2, (24 - 69) / 12.0);

  private static final int MAX_CACHED = 16;

  private static final Map<ConstantQ, ConstantQKernels> CACHE = new ConcurrentHashMap<>();

  /** Checks the ranges. */
  public ConstantQ {
    Bounds.check("sampleRate", sampleRate, 1000, 384_000);
    Bounds.check("octaves", octaves, 1, 10);
    Bounds.check("binsPerOctave", binsPerOctave, 12, 96);
    Bounds.check("minHz", minHz, 10, 20_000);
    Bounds.check("hop", hop, 1, 65_536);
    if (hop % (1 << (octaves - 1)) != 0) {
      throw new IllegalArgumentException(
          "hop must be a multiple of " + (1 << (octaves - 1)) + " samples, was " + hop);
    }
    double top = minHz * Math.pow(2, octaves) * (1 + 1.0 / binsPerOctave);
    if (top > sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "octaves must end below half the sample rate ("
              + sampleRate / 2.0
              + " Hz), end at "
              + top
              + " Hz");
    }
  }

  /** Number of bins of a frame. */
  public int bins() {
    return octaves * binsPerOctave;
  }

  /** Number of frames of a clip of so many samples. */
  public long frames(int samples) {
    long frames = Long.MAX_VALUE;
    long length = samples;
    for (int octave = 0; octave < octaves; octave++) {
      frames = Math.min(frames, 1 + length / (hop >> octave));
      length = (length + 1) / 2;
    }
    return frames;
  }

  /**
   * Magnitudes, {@code [frames][bins]}, the lowest frequency first.
   *
   * @param tuning deviation of the bins from {@code minHz}, −0.5 to 0.5 of a bin
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public Spectrogram amplitude(float[] samples, double tuning) {
    Finite.check(samples);
    Bounds.check("tuning", tuning, -0.5, 0.5);
    ConstantQ tuned =
        new ConstantQ(
            sampleRate, hop, minHz * Math.pow(2, tuning / binsPerOctave), octaves, binsPerOctave);
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    ConstantQKernels kernels = CACHE.computeIfAbsent(tuned, ConstantQKernels::new);
    int frames = (int) frames(samples.length);
    double[] out = new double[frames * bins()];
    float[] octave = samples;
    for (int i = 0; i < octaves; i++) {
      kernels.apply(octave, i, frames, out);
      if (i < octaves - 1) {
        octave = halved(octave);
      }
    }
    return new Spectrogram(out, frames, bins());
  }

  /** Every second sample, low-passed, scaled to the same energy. */
  private static float[] halved(float[] samples) {
    float[] half =
        Resampler.resample(new Waveform(samples, 2), 1, ResamplingQuality.STANDARD)
            .samples()
            .clone();
    for (int i = 0; i < half.length; i++) {
      half[i] *= (float) Math.sqrt(2);
    }
    return half;
  }

  /**
   * Magnitudes folded into pitch classes, C first, {@code [frames][classes]}, not normalised;
   * librosa 0.11's {@code filters.cq_to_chroma}.
   *
   * @param amplitude {@code [frames][bins]}
   * @param classes 12 or a multiple of it that divides {@code binsPerOctave}
   */
  public Spectrogram chroma(Spectrogram amplitude, int classes) {
    Bounds.check("classes", classes, 12, binsPerOctave);
    if (binsPerOctave % classes != 0 || classes % 12 != 0) {
      throw new IllegalArgumentException(
          "classes must be a multiple of 12 that divides binsPerOctave ("
              + binsPerOctave
              + "), was "
              + classes);
    }
    int merged = binsPerOctave / classes;
    double note = 69 + 12 * Math.log(minHz / 440) / Math.log(2);
    int roll = (int) Math.rint((note - 12 * Math.floor(note / 12)) * classes / 12);
    int[] target = new int[bins()];
    Arrays.setAll(target, bin -> ((bin % binsPerOctave + merged / 2) / merged + roll) % classes);
    double[] out = new double[amplitude.frames() * classes];
    for (int frame = 0; frame < amplitude.frames(); frame++) {
      for (int bin = 0; bin < bins(); bin++) {
        out[frame * classes + target[bin]] += amplitude.get(frame, bin);
      }
    }
    return new Spectrogram(out, amplitude.frames(), classes);
  }
}
