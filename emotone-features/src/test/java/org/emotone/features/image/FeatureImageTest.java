package org.emotone.features.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FeatureImageTest {

  /** Rises with time and, ten times as fast, with the coefficient. */
  private static FeatureMatrix ramp(int frames, int coefficients) {
    float[] values = new float[frames * coefficients];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / coefficients + 10 * (i % coefficients);
    }
    return new FeatureMatrix(values, frames, coefficients);
  }

  @Test
  void timeRunsRightAndCoefficientsRunUp() {
    FeatureMatrix matrix = new FeatureMatrix(new float[] {0, 2, 1, 4}, 2, 2);
    BufferedImage image = new FeatureImage(2, 2, Palette.GREY).of(matrix);
    assertThat(image.getRGB(0, 1) & 255).isZero();
    assertThat(image.getRGB(0, 0) & 255).isEqualTo(128);
    assertThat(image.getRGB(1, 1) & 255).isEqualTo(64);
    assertThat(image.getRGB(1, 0) & 255).isEqualTo(255);
  }

  @TestFactory
  Stream<DynamicTest> stockSizesAreTheNetworksInputs() {
    return Stream.of(
            FeatureImage.SMALL,
            FeatureImage.SQUARE_128,
            FeatureImage.SQUARE_224,
            FeatureImage.SQUARE_299)
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.width() + "x" + kind.height(),
                    () -> {
                      BufferedImage image = kind.of(ramp(130, 64));
                      assertThat(image.getWidth()).isEqualTo(kind.width());
                      assertThat(image.getHeight()).isEqualTo(kind.height());
                      assertThat(image.getRGB(0, kind.height() - 1) & 0xffffff)
                          .isNotEqualTo(image.getRGB(kind.width() - 1, 0) & 0xffffff);
                    }));
  }

  @Property(tries = 40)
  void slicesCoverTheClipAndTheLastEndsWithIt(@ForAll @IntRange(min = 1, max = 900) int frames) {
    List<BufferedImage> slices = FeatureImage.slices(ramp(frames, 4), Palette.GREY);
    int expected = frames <= 200 ? 1 : 1 + (frames - 200 + 99) / 100;
    assertThat(slices).hasSize(expected);
    BufferedImage whole =
        new FeatureImage(Math.max(200, frames), 128, Palette.GREY).of(ramp(frames, 4));
    BufferedImage last = slices.get(slices.size() - 1);
    assertThat(last.getWidth()).isEqualTo(200);
    assertThat(last.getHeight()).isEqualTo(128);
    for (int y = 0; y < 128; y += 9) {
      assertThat(last.getRGB(199, y)).isEqualTo(whole.getRGB(whole.getWidth() - 1, y));
    }
  }

  @Test
  void shrinkingKeepsTheMean() {
    FeatureMatrix matrix = new FeatureMatrix(new float[] {0, 3, 3, 6}, 4, 1);
    BufferedImage one = new FeatureImage(1, 1, Palette.GREY).of(matrix, 0, 6);
    assertThat(one.getRGB(0, 0) & 255).isEqualTo(128);
  }

  @Test
  void aConstantMatrixIsOfTheLowestColour() {
    FeatureMatrix matrix = new FeatureMatrix(new float[] {7, 7, 7, 7}, 2, 2);
    BufferedImage image = FeatureImage.SMALL.of(matrix);
    assertThat(image.getRGB(5, 5) & 0xffffff).isEqualTo(0x440154);
  }

  @Test
  void palettesRunFromEndToEnd() {
    assertThat(Palette.GREY.rgb(-3)).isZero();
    assertThat(Palette.GREY.rgb(9)).isEqualTo(0xffffff);
    assertThat(Palette.PAPER.rgb(0)).isEqualTo(0xffffff);
    assertThat(Palette.FALSE_COLOUR.rgb(1)).isEqualTo(0xfde725);
    assertThat(Palette.FALSE_COLOUR.rgb(0.5)).isEqualTo(0x21918c);
  }

  @Test
  void absurdSizesAndRangesAreRefused() {
    assertThatThrownBy(() -> new FeatureImage(0, 5, Palette.GREY))
        .hasMessage("width must be from 1 to 10000, was 0");
    assertThatThrownBy(() -> FeatureImage.SMALL.of(ramp(2, 2), 3, 3))
        .hasMessageContaining("high must be above low");
    assertThatThrownBy(() -> FeatureImage.SMALL.of(new FeatureMatrix(new float[0], 0, 2)))
        .hasMessageContaining("without a frame");
  }
}
