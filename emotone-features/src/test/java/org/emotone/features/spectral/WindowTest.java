package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WindowTest {

  @TestFactory
  Stream<DynamicTest> valuesAreThoseOfSciPy() {
    return Golden.tests("windows", "window", WindowTest::compare);
  }

  private static void compare(JsonNode golden) {
    WindowShape shape = Golden.constant(WindowShape.class, golden.get("shape").asText());
    WindowSymmetry symmetry =
        golden.get("periodic").asBoolean() ? WindowSymmetry.PERIODIC : WindowSymmetry.SYMMETRIC;
    double[] values = Window.of(shape, symmetry, null).values(golden.get("length").asInt());
    Golden.assertClose(values, golden, 0, 1e-8);
  }

  @Property
  void everyWindowIsBetweenZeroAndOneAndSymmetricIfAskedFor(
      @ForAll WindowShape shape, @ForAll @IntRange(min = 2, max = 300) int length) {
    double[] values = Window.of(shape, WindowSymmetry.SYMMETRIC, null).values(length);
    for (int i = 0; i < length; i++) {
      assertThat(values[i]).isBetween(-1e-9, 1 + 1e-9);
      assertThat(Math.abs(values[i] - values[length - 1 - i])).isLessThan(1e-9);
    }
  }

  @Test
  void aParameterWhereItMeansNothingIsRefused() {
    assertThatThrownBy(() -> Window.of(WindowShape.HANN, null, 3.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameter must be left out");
    assertThatThrownBy(() -> Window.of(WindowShape.KAISER, null, -1.0))
        .hasMessage("parameter must be from 0 to 100, was -1");
    assertThatThrownBy(() -> new Window(WindowShape.GAUSS, WindowSymmetry.PERIODIC, null))
        .hasMessageContaining("parameter is missing");
    assertThatThrownBy(() -> Window.HANN.values(0)).hasMessageContaining("at least 1");
  }
}
