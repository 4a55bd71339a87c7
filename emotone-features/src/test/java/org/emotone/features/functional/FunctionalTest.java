package org.emotone.features.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionalTest {

  @TestFactory
  Stream<DynamicTest> momentsPercentilesAndRegressionsAreThoseOfNumpyAndScipy() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/golden/functionals.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(root.get("cases").spliterator(), false)
          .map(c -> DynamicTest.dynamicTest(c.get("frames").asText(), () -> compare(c)));
    }
  }

  private static void compare(JsonNode golden) {
    Contour contour = new Contour(contour(golden.get("frames").asInt()), 0.01);
    golden
        .get("values")
        .fields()
        .forEachRemaining(
            entry ->
                assertThat(byId(entry.getKey()).of(contour))
                    .as(entry.getKey())
                    .isCloseTo(entry.getValue().asDouble(), within(1e-9)));
  }

  private static Functional byId(String id) {
    return Arrays.stream(Functional.values())
        .filter(functional -> functional.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The contour of {@code make_voice_golden.py}. */
  private static double[] contour(int frames) {
    double[] values = new double[frames];
    Arrays.setAll(values, i -> 3 + Math.sin(0.37 * i) + 0.02 * i + ((i * 7919) % 101) / 101.0);
    return values;
  }

  @Property(tries = 300)
  void everyFunctionalOfAnyContourIsFinite(
      @ForAll @Size(max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    Contour contour = new Contour(values.stream().mapToDouble(v -> v).toArray(), 0.01);
    for (Functional functional : Functional.values()) {
      assertThat(functional.of(contour)).as(functional.id()).isFinite();
    }
  }

  @Property(tries = 100)
  void nothingButTheLevelIsSaidOfAConstant(
      @ForAll @DoubleRange(min = -100, max = 100) double level) {
    double[] values = new double[50];
    Arrays.fill(values, level);
    Contour contour = new Contour(values, 0.01);
    for (Functional functional :
        List.of(
            Functional.DEVIATION,
            Functional.SKEWNESS,
            Functional.KURTOSIS,
            Functional.RANGE,
            Functional.PEAK_RATE,
            Functional.RISING_SLOPE_MEAN)) {
      assertThat(functional.of(contour)).as(functional.id()).isZero();
    }
    assertThat(Functional.MEAN.of(contour)).isCloseTo(level, within(1e-9));
    assertThat(Functional.LINE_SLOPE.of(contour)).isCloseTo(0, within(1e-9));
  }

  @Test
  void theSlopeOfALineIsThatPerSecond() {
    double[] values = new double[101];
    Arrays.setAll(values, i -> 5 - 0.2 * i);
    Contour contour = new Contour(values, 0.01);
    assertThat(Functional.LINE_SLOPE.of(contour)).isCloseTo(-20, within(1e-9));
    assertThat(Functional.LINE_OFFSET.of(contour)).isCloseTo(5, within(1e-9));
    assertThat(Functional.LINE_ERROR.of(contour)).isCloseTo(0, within(1e-9));
  }

  @Test
  void peaksOfASineAreCountedAndTimed() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * 5 * i / 100.0));
    Contour contour = new Contour(values, 0.01);
    assertThat(Functional.PEAK_RATE.of(contour)).isCloseTo(5, within(0.1));
    assertThat(Functional.PEAK_DISTANCE_MEAN.of(contour)).isCloseTo(0.2, within(1e-9));
    assertThat(Functional.PEAK_MEAN.of(contour)).isCloseTo(1, within(1e-9));
    assertThat(Functional.RISING_SLOPE_MEAN.of(contour)).isCloseTo(20, within(1e-6));
    assertThat(Functional.FALLING_SLOPE_MEAN.of(contour)).isCloseTo(20, within(1e-6));
  }

  @Test
  void ripplesBelowATenthOfTheRangeAreNoPeaks() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / 100.0) + 0.05 * (i % 2));
    assertThat(Functional.PEAK_RATE.of(new Contour(values, 0.01))).isEqualTo(1);
  }

  @Test
  void aValueThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> new Contour(new double[] {1, Double.NaN}, 0.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("frame 1 is NaN; every value must be a finite number");
  }

  @Test
  void everyFunctionalHasANameOfItsOwn() {
    List<String> ids = Arrays.stream(Functional.values()).map(Functional::id).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).hasSize(50);
  }
}
