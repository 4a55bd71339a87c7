package org.emotone.features.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Numbers computed by librosa; {@code src/test/golden/make_golden.py} makes them. */
public final class Golden {

  private Golden() {}

  public static JsonNode cases(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, name));
      if (root.has("librosa") && !root.get("librosa").asText().equals("0.11.0")) {
        throw new IllegalStateException("golden values must come from librosa 0.11.0");
      }
      return root.get("cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  /** The signal of {@code make_golden.py}, bit for bit. */
  public static float[] signal(int samples) {
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

  /** One test for each case of a golden file. */
  public static Stream<DynamicTest> tests(String file, String kind, Consumer<JsonNode> test) {
    return StreamSupport.stream(cases(file).spliterator(), false)
        .filter(golden -> golden.get("kind").asText().equals(kind))
        .map(golden -> DynamicTest.dynamicTest(title(golden), () -> test.accept(golden)));
  }

  private static String title(JsonNode golden) {
    ObjectNode copy = golden.deepCopy();
    copy.remove(List.of("values", "kind", "frames"));
    return copy.toString();
  }

  /** Asserts that values are those of a case, each to a relative or an absolute error. */
  public static void assertClose(
      double[] actual, JsonNode golden, double relative, double absolute) {
    double[] expected = doubles(golden.get("values"));
    assertThat(actual).hasSameSizeAs(expected);
    int columns = Math.max(1, expected.length / golden.get("frames").asInt());
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("%s: frame %d, coefficient %d", title(golden), i / columns, i % columns)
          .isCloseTo(expected[i], within(absolute + relative * Math.abs(expected[i])));
    }
  }

  /** The constant that a lower-case or camel-case name in a golden file means. */
  public static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(
        type, name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT).replaceAll("^_", ""));
  }
}
