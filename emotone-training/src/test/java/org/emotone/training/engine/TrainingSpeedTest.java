package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints what an epoch of 1140 clips of 250 frames of 64 bands costs; with {@code
 * -Dtest.groups=slow -Dtest.excludedGroups=}.
 */
@Tag("slow")
class TrainingSpeedTest {

  private static final int BANDS = 64;
  private static final int CLIPS = 1140;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @ParameterizedTest
  @CsvSource({
    "'[3, 3]', '[1, 1]', 16, 32, 64, 128",
    "'[3, 3]', '[2, 2]', 32, 48, 96, 112",
    "'[5, 5]', '[2, 2]', 32, 48, 80, 112"
  })
  void anEpochOfAResidualCnn(
      String kernel, String stride, int stem, int one, int two, int three, @TempDir Path folder) {
    String layers =
        "{type: image}, {type: conv2d, filters: %d, kernel: %s, stride: %s, bias: false},"
                .formatted(stem, kernel, stride)
            + " {type: batchNorm}, {type: activation, function: relu}, "
            + stage(one)
            + stage(two)
            + stage(three)
            + "{type: statisticsPool}, {type: dense, units: 3}";
    Network network =
        new Network(
            Samples.layer("{type: sequential, layers: [" + layers + "]}"), BANDS, Samples.CLASSES);
    long[] processor = {system.getProcessCpuTime()};
    List<String> epochs = new ArrayList<>();
    new Trainer(network, Samples.options("{epochs: 2, mixup: 0.2}"), 1, folder)
        .fit(
            clips(),
            new Examples(List.of(), new int[0], List.of()),
            metrics -> {
              long now = system.getProcessCpuTime();
              epochs.add(
                  "%.1f s, %.1f s of processor time"
                      .formatted(metrics.seconds(), (now - processor[0]) / 1e9));
              processor[0] = now;
            },
            new StopFlag());
    System.out.println(network.size() + " parameters: " + epochs);
    assertThat(epochs).hasSize(2);
  }

  private static String stage(int filters) {
    return """
        {type: residual,
          body: {type: sequential, layers: [
            {type: conv2d, filters: %1$d, kernel: [3, 3], stride: [2, 2], bias: false},
            {type: batchNorm}, {type: activation, function: relu},
            {type: conv2d, filters: %1$d, kernel: [3, 3], bias: false}, {type: batchNorm}]},
          shortcut: {type: sequential, layers: [
            {type: conv2d, filters: %1$d, kernel: [1, 1], stride: [2, 2], bias: false},
            {type: batchNorm}]}},
        {type: activation, function: relu},
        """
        .formatted(filters);
  }

  private static Examples clips() {
    SplittableRandom random = new SplittableRandom(1);
    List<FeatureMatrix> features = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int[] labels = new int[CLIPS];
    for (int i = 0; i < CLIPS; i++) {
      float[] values = new float[280 * BANDS];
      for (int k = 0; k < values.length; k++) {
        values[k] = (float) (random.nextDouble() * 4 - 2);
      }
      features.add(new FeatureMatrix(values, 280, BANDS));
      ids.add("clip " + i);
      labels[i] = i % Samples.CLASSES;
    }
    return new Examples(features, labels, ids);
  }
}
