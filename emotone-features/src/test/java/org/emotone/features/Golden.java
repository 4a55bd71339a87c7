package org.emotone.features;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Numbers computed by librosa; {@code src/test/golden/make_golden.py} makes them. */
final class Golden {

  private Golden() {}

  static JsonNode cases(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, name));
      if (!root.get("librosa").asText().equals("0.11.0")) {
        throw new IllegalStateException("golden values must come from librosa 0.11.0");
      }
      return root.get("cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  /** The signal of {@code make_golden.py}, bit for bit. */
  static float[] signal(int samples) {
    long state = 12345;
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      state = (state * 1103515245L + 12345) % (1L << 31);
      double noise = (state >> 16) / 16384.0 - 1.0;
      double envelope = Math.abs((i % 2000) - 1000) / 1000.0;
      double square = (i / 40) % 2 == 0 ? 0.5 : -0.5;
      out[i] = (float) (0.5 * envelope * envelope * (0.3 * noise + square));
    }
    return out;
  }
}
