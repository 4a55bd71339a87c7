package org.emotone.audio.signal;

import java.util.Random;
import org.emotone.audio.Waveform;

/**
 * Speech with noise.
 *
 * @param waveform both together; amplitudes beyond ±1 are left as they are
 * @param noise what was added, of the same length and rate
 */
public record Mixture(Waveform waveform, Waveform noise) {

  /** Where looped noise begins anew, its end fades into its start for so long, in seconds. */
  private static final double FADE = 0.02;

  /**
   * Mixes at a signal-to-noise ratio: that of the mean squares of both over the whole clip, pauses
   * included.
   *
   * @param noise any rate; a random part of it if it is longer than the speech, else it is repeated
   *     from a random place on
   * @param snrDb the ratio in dB
   * @param seed decides which part; the same seed, the same part
   * @throws IllegalArgumentException if speech or noise is silent, or the ratio is not finite
   */
  public static Mixture of(Waveform speech, Waveform noise, double snrDb, long seed) {
    if (!Double.isFinite(snrDb)) {
      throw new IllegalArgumentException("the ratio must be finite, was " + snrDb + " dB");
    }
    float[] clip = speech.samples();
    float[] part =
        part(Resampler.resample(noise, speech.sampleRate()), clip.length, new Random(seed));
    double speechPower = Level.power(clip);
    double noisePower = Level.power(part);
    if (speechPower == 0 || noisePower == 0) {
      throw new IllegalArgumentException(
          (speechPower == 0 ? "the speech" : "the noise")
              + " is silent: there is no ratio to mix at");
    }
    double gain = Math.sqrt(speechPower / noisePower) * Math.pow(10, -snrDb / 20);
    float[] both = new float[clip.length];
    for (int i = 0; i < both.length; i++) {
      part[i] = (float) (gain * part[i]);
      both[i] = clip[i] + part[i];
    }
    int rate = speech.sampleRate();
    return new Mixture(new Waveform(both, rate), new Waveform(part, rate));
  }

  /**
   * A part of noise as long as is wanted: a random one if the noise is longer, else the noise again
   * and again from a random place on.
   *
   * @param seed decides which part; the same seed, the same part
   */
  public static Waveform part(Waveform noise, int length, long seed) {
    return new Waveform(part(noise, length, new Random(seed)), noise.sampleRate());
  }

  private static float[] part(Waveform noise, int length, Random random) {
    float[] source = noise.samples();
    float[] part = new float[length];
    if (source.length >= length) {
      int start = random.nextInt(source.length - length + 1);
      System.arraycopy(source, start, part, 0, length);
      return part;
    }
    int fade = (int) Math.min(source.length / 4, Math.round(FADE * noise.sampleRate()));
    int period = source.length - fade;
    int start = period == 0 ? 0 : random.nextInt(period);
    for (int i = 0; i < length && period > 0; i++) {
      int at = (int) ((start + (long) i) % period);
      part[i] = at < fade ? faded(source, at, period, fade) : source[at];
    }
    return part;
  }

  /** The start of the noise under its end, at constant power. */
  private static float faded(float[] source, int at, int period, int fade) {
    double angle = Math.PI / 2 * (at + 0.5) / fade;
    return (float) (Math.sin(angle) * source[at] + Math.cos(angle) * source[period + at]);
  }
}
