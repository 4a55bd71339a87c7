package org.emotone.features.golden;

import java.util.Arrays;

/** The signals of {@code make_spectral_golden.py}, at 16 kHz. */
public final class Signals {

  private static final int RATE = 16_000;

  private Signals() {}

  /** A signal by its name in the golden files. */
  public static float[] named(String name, int samples) {
    return switch (name) {
      case "speechlike" -> Golden.signal(samples);
      case "short" -> Golden.signal(160);
      case "silence" -> new float[samples];
      case "impulse" -> impulse(samples);
      case "sweep" -> sweep(samples);
      case "constant" -> constant(samples);
      default -> throw new IllegalArgumentException("unknown signal " + name);
    };
  }

  private static float[] impulse(int samples) {
    float[] out = new float[samples];
    out[samples / 2] = 0.8f;
    return out;
  }

  private static float[] constant(int samples) {
    float[] out = new float[samples];
    Arrays.fill(out, 0.25f);
    return out;
  }

  private static float[] sweep(int samples) {
    double duration = (double) samples / RATE;
    double k = Math.log(7000 / 50.0);
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      double t = (double) i / RATE;
      double phase = 2 * Math.PI * 50 * duration / k * (Math.exp(t / duration * k) - 1);
      out[i] = (float) (0.4 * Math.sin(phase));
    }
    return out;
  }
}
