package org.emotone.training.robustness;

import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Noise;

/**
 * Music out of nothing, as loud as {@link Noise}: a chord a bar, arpeggios over it, a bass, and a
 * beat of a falling thump, a snare of noise and hats. Key, tempo, chords and instruments are drawn.
 */
final class Music {

  private static final int[][] PROGRESSIONS = {
    {0, 7, 9, 5}, {0, 5, 7, 0}, {9, 5, 0, 7}, {0, 9, 2, 7}, {2, 7, 0, 0}
  };
  private static final int[] MINOR_DEGREES = {2, 4, 9};
  private static final double LOWEST_KEY_HZ = 110;
  private static final int EIGHTHS = 8;

  private final SplittableRandom random;
  private final int rate;
  private final float[] sum;

  private Music(int samples, int rate, SplittableRandom random) {
    this.random = random;
    this.rate = rate;
    sum = new float[samples];
  }

  /** Music with a beat. */
  static Waveform song(int samples, int rate, SplittableRandom random) {
    Music music = new Music(samples, rate, random);
    music.play(true, true);
    return music.levelled();
  }

  /** Nothing but the beat. */
  static Waveform drums(int samples, int rate, SplittableRandom random) {
    Music music = new Music(samples, rate, random);
    music.play(false, true);
    return music.levelled();
  }

  private void play(boolean notes, boolean beat) {
    double key = LOWEST_KEY_HZ * Math.pow(2, random.nextInt(12) / 12.0);
    double eighth = 30.0 / random.nextDouble(70, 150);
    int[] chords = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
    int partials = random.nextInt(3, 9);
    double softness = random.nextDouble(1, 2.2);
    int steps = (int) (sum.length / (eighth * rate)) + 1;
    for (int step = 0; step < steps; step++) {
      double at = step * eighth;
      int degree = chords[step / EIGHTHS % chords.length];
      if (notes) {
        bar(step, at, degree, key, eighth, partials, softness);
      }
      if (beat) {
        beat(step % EIGHTHS, at);
      }
    }
  }

  private void bar(
      int step, double at, int degree, double key, double eighth, int partials, double softness) {
    int third = minor(degree) ? 3 : 4;
    int[] chord = {0, third, 7, 12};
    double root = key * Math.pow(2, degree / 12.0);
    if (step % EIGHTHS == 0) {
      for (int note : chord) {
        double hz = 2 * root * Math.pow(2, note / 12.0);
        note(at, EIGHTHS * eighth, hz, 0.2, partials, softness);
      }
    }
    if (step % 2 == 0) {
      note(at, 2 * eighth, root / 2, 0.5, partials, softness + 0.5);
    }
    double melody = 4 * root * Math.pow(2, chord[random.nextInt(chord.length)] / 12.0);
    note(at, 1.5 * eighth, melody, 0.35, partials, softness);
  }

  private static boolean minor(int degree) {
    for (int other : MINOR_DEGREES) {
      if (other == degree) {
        return true;
      }
    }
    return false;
  }

  /** A struck note: partials whose strength falls with their number, and with time. */
  private void note(
      double at, double seconds, double hz, double gain, int partials, double softness) {
    int from = (int) (at * rate);
    int to = (int) Math.min(sum.length, from + seconds * rate);
    for (int partial = 1; partial <= partials && partial * hz < rate / 2.2; partial++) {
      double amplitude = gain * Math.pow(partial, -softness);
      double turn = 2 * Math.PI * partial * hz / rate;
      for (int i = from; i < to; i++) {
        double t = (double) (i - from) / rate;
        double rise = Math.min(1, t / 0.01);
        double left = Math.min(1, (to - i) / (0.02 * rate));
        sum[i] += (float) (amplitude * rise * left * Math.exp(-1.5 * t) * Math.sin(turn * i));
      }
    }
  }

  private void beat(int eighth, double at) {
    if (eighth % 4 == 0) {
      thump(at);
    }
    if (eighth % 4 == 2) {
      burst(at, 0.6, 25);
    }
    burst(at, 0.15, 80);
  }

  private void thump(double at) {
    int from = (int) (at * rate);
    double phase = 0;
    for (int i = from; i < Math.min(sum.length, from + rate / 4); i++) {
      double t = (double) (i - from) / rate;
      phase += 2 * Math.PI * (45 + 110 * Math.exp(-30 * t)) / rate;
      sum[i] += (float) (1.2 * Math.exp(-14 * t) * Math.sin(phase));
    }
  }

  private void burst(double at, double gain, double decay) {
    int from = (int) (at * rate);
    for (int i = from; i < Math.min(sum.length, from + rate / 5); i++) {
      double t = (double) (i - from) / rate;
      sum[i] += (float) (gain * Math.exp(-decay * t) * (2 * random.nextDouble() - 1));
    }
  }

  private Waveform levelled() {
    double power = 0;
    for (float sample : sum) {
      power += (double) sample * sample / sum.length;
    }
    float gain = power == 0 ? 0 : (float) (0.1 / Math.sqrt(power));
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= gain;
    }
    return new Waveform(sum, rate);
  }
}
