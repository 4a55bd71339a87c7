package org.emotone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

  private static ConfusionMatrix confusion() {
    List<String> labels =
        List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise");
    int[][] counts = new int[8][8];
    for (int i = 0; i < 8; i++) {
      counts[i][i] = 14 + 2 * i;
      counts[i][(i + 1) % 8] = 9;
      counts[i][(i + 5) % 8] = 3;
    }
    return new ConfusionMatrix(labels, counts);
  }

  private static List<EpochMetrics> history(int epochs) {
    List<EpochMetrics> history = new ArrayList<>();
    for (int i = 1; i <= epochs; i++) {
      double decay = Math.exp(-i / 15.0);
      history.add(
          new EpochMetrics(
              i,
              epochs,
              0.6 + 1.5 * decay,
              1.1 + decay,
              0.62 - 0.5 * decay,
              0.6 - 0.45 * decay,
              0.002,
              12));
    }
    return history;
  }

  private static int colours(BufferedImage image) {
    return (int)
        java.util.Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
  }

  @Test
  void confusionMatrixIsAPngThatCanBeRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("confusion.png");
    new ConfusionMatrixPlot(
            confusion(), "cnn2d-logmel · UAR 0.612", "ravdess, speaker-independent, 240 clips")
        .write(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isGreaterThan(800);
    assertThat(colours(image)).isGreaterThan(50);
  }

  @Test
  void longLabelsAndEmptyClassesAreDrawn(@TempDir Path folder) throws Exception {
    ConfusionMatrix matrix =
        new ConfusionMatrix(
            List.of("a very long name of a class", "unheard"), new int[][] {{3, 1}, {0, 0}});
    Path file = folder.resolve("long.png");
    new ConfusionMatrixPlot(matrix, "long", "labels").write(file);
    assertThat(Files.size(file)).isGreaterThan(1000);
  }

  @Test
  void learningCurvesAreAPngThatCanBeRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("curves.png");
    new LearningCurves(history(80), 71, "cnn2d-logmel").write(file);
    assertThat(colours(ImageIO.read(file.toFile()))).isGreaterThan(20);
  }

  @Test
  void learningCurvesOfOneEpochOrWithoutValidationAreDrawn() throws Exception {
    new LearningCurves(history(1), 1, "one").draw();
    EpochMetrics none = new EpochMetrics(1, 1, 2, Double.NaN, Double.NaN, Double.NaN, 0.1, 1);
    new LearningCurves(List.of(none, none), 0, "none").draw();
    new LearningCurves(List.of(), 0, "empty").draw();
  }
}
