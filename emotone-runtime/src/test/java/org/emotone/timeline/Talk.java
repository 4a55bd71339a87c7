package org.emotone.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;

/**
 * Something like talk: a buzz of a voice's harmonics in syllables, its pitch and loudness other in
 * each stretch, with quiet in between.
 *
 * @param sound at 16 kHz
 * @param stretches where there is a voice
 */
record Talk(Waveform sound, List<Segment> stretches) {

  static final int RATE = 16_000;

  /** Stretches of 0.3 to 6 s and pauses of 0.1 to 2 s, as a seed has it. */
  static Talk drawn(double seconds, long seed) {
    Random random = new Random(seed);
    List<Segment> stretches = new ArrayList<>();
    double at = 0.3 + random.nextDouble();
    while (at < seconds - 0.5) {
      double end = Math.min(seconds - 0.2, at + 0.3 + 5.7 * random.nextDouble());
      stretches.add(new Segment(at, end));
      at = end + 0.1 + 1.9 * random.nextDouble();
    }
    return of(seconds, stretches, seed);
  }

  static Talk of(double seconds, List<Segment> stretches, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) Math.round(seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 3e-4f * (float) random.nextGaussian();
    }
    for (Segment stretch : stretches) {
      double pitch = 100 + 120 * random.nextDouble();
      double loudness = 0.05 + 0.1 * random.nextDouble();
      int end = (int) (stretch.end() * RATE);
      for (int i = (int) (stretch.start() * RATE); i < end; i++) {
        samples[i] += (float) (loudness * voice((double) i / RATE - stretch.start(), pitch));
      }
    }
    return new Talk(new Waveform(samples, RATE), stretches);
  }

  private static double voice(double t, double pitch) {
    double sum = 0;
    for (int harmonic = 1; harmonic < 20; harmonic++) {
      double swing = 0.4 * harmonic * Math.sin(4 * t);
      sum += Math.sin(2 * Math.PI * harmonic * pitch * t + swing) / harmonic;
    }
    return sum * (0.3 + 0.7 * Math.pow(Math.sin(Math.PI * 4 * t + 0.5), 2));
  }
}
