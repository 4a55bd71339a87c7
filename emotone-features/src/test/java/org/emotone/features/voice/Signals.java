package org.emotone.features.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.emotone.audio.Waveform;

/** The signals of {@code make_voice_golden.py}. */
final class Signals {

  private Signals() {}

  static Waveform of(JsonNode golden) {
    int samples = golden.get("samples").asInt();
    int rate = golden.get("rate").asInt();
    float[] signal =
        switch (golden.get("signal").asText()) {
          case "voice" -> voice(samples, rate);
          case "noise" -> noise(samples);
          case "constant" -> constant(samples);
          case "impulse" -> impulse(samples);
          default -> new float[samples];
        };
    return new Waveform(signal, rate);
  }

  static float[] noise(int samples) {
    long state = 12345;
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      state = (state * 1103515245L + 12345) % (1L << 31);
      out[i] = (float) (0.5 * ((state >> 16) / 16384.0 - 1.0));
    }
    return out;
  }

  static float[] tone(int samples, int rate, double hz, double amplitude) {
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      out[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return out;
  }

  /** A gliding voice of ten harmonics, silent in its second quarter but for noise. */
  static float[] voice(int samples, int rate) {
    float[] noise = noise(samples);
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      double t = (double) i / rate;
      double phase = 2 * Math.PI * (110 * t + 80 * t * t);
      double sound = 0;
      for (int k = 1; k <= 10 && (i < samples / 4 || i >= samples / 2); k++) {
        sound += 0.2 * Math.sin(k * phase) / k;
      }
      out[i] = (float) (sound + 0.02 * noise[i]);
    }
    return out;
  }

  private static float[] constant(int samples) {
    float[] out = new float[samples];
    Arrays.fill(out, 0.5f);
    return out;
  }

  private static float[] impulse(int samples) {
    float[] out = new float[samples];
    out[samples / 2] = 1;
    return out;
  }
}
