package org.emotone.corpus.audit;

import java.util.Arrays;
import java.util.Random;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;

/** Sounds that are built like speech: syllables of a gliding pitch with changing formants. */
final class Voices {

  private static final int RATE = 16_000;
  private static final double SYLLABLE_SECONDS = 0.18;
  private static final int HARMONICS = 30;

  private Voices() {}

  /** Two seconds at 16 kHz, loud and with a little noise; another seed is another recording. */
  static Waveform speech(long seed) {
    return speech(seed, 2);
  }

  /** A recording of any length in seconds, with 0.2 s of near-silence at both ends. */
  static Waveform speech(long seed, double seconds) {
    Random random = new Random(seed * 7919 + 17);
    float[] samples = new float[(int) (seconds * RATE)];
    double[] phases = new double[HARMONICS + 1];
    Syllable from = new Syllable(random);
    Syllable to = new Syllable(random);
    int length = (int) (SYLLABLE_SECONDS * RATE);
    int edge = RATE / 5;
    for (int i = edge; i < samples.length - edge; i++) {
      int within = (i - edge) % length;
      if (within == 0) {
        from = to;
        to = new Syllable(random);
      }
      samples[i] = (float) from.sample(to, (double) within / length, phases);
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.1f * samples[i] + (float) (3e-4 * random.nextGaussian());
    }
    return new Waveform(samples, RATE);
  }

  static Waveform gain(Waveform clip, double factor) {
    float[] samples = clip.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) factor;
    }
    return new Waveform(samples, clip.sampleRate());
  }

  static Waveform rate(Waveform clip, int rate) {
    return Resampler.resample(clip, rate);
  }

  /** Without its first and last seconds. */
  static Waveform cut(Waveform clip, double first, double last) {
    int from = (int) (first * clip.sampleRate());
    int to = clip.length() - (int) (last * clip.sampleRate());
    return new Waveform(Arrays.copyOfRange(clip.samples(), from, to), clip.sampleRate());
  }

  /** With white noise, its level given in dB below that of the clip. */
  static Waveform noise(Waveform clip, double below, long seed) {
    double energy = 0;
    for (float sample : clip.samples()) {
      energy += sample * sample;
    }
    double level = Math.sqrt(energy / clip.length()) * Math.pow(10, -below / 20);
    Random random = new Random(seed);
    float[] samples = clip.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (level * random.nextGaussian());
    }
    return new Waveform(samples, clip.sampleRate());
  }

  /** Pitch, loudness and formants at one moment. */
  private static final class Syllable {
    private final double pitch;
    private final double loudness;
    private final double[] formants;

    Syllable(Random random) {
      pitch = 110 + 180 * random.nextDouble();
      loudness = 0.3 + 0.7 * random.nextDouble();
      formants =
          new double[] {
            250 + 600 * random.nextDouble(),
            850 + 1200 * random.nextDouble(),
            2300 + 600 * random.nextDouble()
          };
    }

    double sample(Syllable next, double share, double[] phases) {
      double hz = pitch + share * (next.pitch - pitch);
      double sum = 0;
      for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
        phases[harmonic] += 2 * Math.PI * hz * harmonic / RATE;
        sum += weight(next, share, hz * harmonic) * Math.sin(phases[harmonic]);
      }
      return sum * (loudness + share * (next.loudness - loudness));
    }

    private double weight(Syllable next, double share, double hz) {
      double weight = 0.02;
      for (int i = 0; i < formants.length; i++) {
        double distance = (hz - formants[i] - share * (next.formants[i] - formants[i])) / 120;
        weight += Math.exp(-distance * distance) / (i + 1);
      }
      return weight;
    }
  }
}
