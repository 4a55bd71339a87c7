package org.emotone.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class InkTest {

  /**
   * How linear RGB looks to those who lack a kind of cone (Machado, Oliveira and Fernandes, "A
   * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, table 1, severity
   * 1).
   */
  private static final Map<String, double[][]> VISIONS =
      new TreeMap<>(
          Map.of(
              "all colours",
              new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
              "no red",
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              },
              "no green",
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              },
              "no blue",
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              }));

  private static final List<Function<Ink, String>> THEMES = List.of(Ink::lightCss, Ink::darkCss);

  @Test
  void emotionsAreToldApartByColourBlindReaders() {
    apart(
        List.of(
            Ink.NEUTRAL,
            Ink.CALM,
            Ink.HAPPY,
            Ink.SAD,
            Ink.ANGRY,
            Ink.FEAR,
            Ink.DISGUST,
            Ink.SURPRISE,
            Ink.BOREDOM,
            Ink.OTHER));
  }

  @Test
  void seriesAreToldApartByColourBlindReaders() {
    apart(Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7}).mapToObj(Ink::series).toList());
    apart(List.of(Ink.FEMALE, Ink.MALE, Ink.UNSTATED));
    assertThat(Ink.series(8)).isEqualTo(Ink.series(0));
  }

  private static void apart(List<Ink> inks) {
    VISIONS.forEach(
        (name, vision) -> {
          for (Function<Ink, String> theme : THEMES) {
            for (Ink a : inks) {
              for (Ink b : inks.subList(inks.indexOf(a) + 1, inks.size())) {
                double distance =
                    distance(lab(theme.apply(a), vision), lab(theme.apply(b), vision));
                assertThat(distance).as("%s and %s, %s", a, b, name).isGreaterThan(18);
              }
            }
          }
        });
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  /** CIE L*a*b* of an sRGB colour (IEC 61966-2-1, D65) as it looks to someone. */
  private static double[] lab(String css, double[][] vision) {
    int rgb = Integer.parseInt(css.substring(1), 16);
    double[] linear = {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double[] row = vision[i];
      double sum = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
      seen[i] = Math.max(0, Math.min(1, sum));
    }
    double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
    double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int part) {
    double value = (part & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
  }
}
