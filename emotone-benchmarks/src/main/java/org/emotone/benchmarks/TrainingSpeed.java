package org.emotone.benchmarks;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.Examples;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.Trainer;
import org.emotone.training.engine.TrainerOptions;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;

/**
 * The Java half of {@code training_side_by_side.py}.
 *
 * <p>{@code clips RAVDESS RECIPE COUNT FILE} writes the clips that all libraries train on. {@code
 * train FILE NETWORK} prints the number of parameters and then, for each line on standard input,
 * trains an epoch and prints its seconds, its seconds of processor time on all threads, and its
 * loss, so that the libraries take turns.
 */
public final class TrainingSpeed {

  private static final YAMLMapper YAML = new YAMLMapper();

  private static final String OPTIONS =
      """
      epochs: 100000
      batchSize: 32
      cropFrames: 200
      optimiser: {type: adamW, learningRate: 0.001, weightDecay: 0.01}
      schedule: {type: constant}
      gradientClip: 0
      """;

  private TrainingSpeed() {}

  /** Writes clips, or trains until standard input ends. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RecipeException {
    if (arguments.length == 5 && arguments[0].equals("clips")) {
      TrainingClips.write(
          Path.of(arguments[1]),
          RecipeFile.read(Path.of(arguments[2])),
          Integer.parseInt(arguments[3]),
          Path.of(arguments[4]));
    } else if (arguments.length == 3 && arguments[0].equals("train")) {
      train(TrainingClips.read(Path.of(arguments[1])), network(arguments[2]));
    } else {
      throw new IllegalArgumentException(
          "expected clips RAVDESS RECIPE COUNT FILE, or train FILE NETWORK, found "
              + List.of(arguments));
    }
  }

  private static Network network(String name) throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(
            TrainingSpeed.class.getResourceAsStream(name + ".yaml"), "no network " + name)) {
      return new Network(
          YAML.readValue(resource, Layer.class), TrainingClips.BANDS, TrainingClips.CLASSES);
    }
  }

  private static void train(Examples clips, Network network) throws IOException {
    System.out.println(
        network.parameters().stream()
            .filter(Parameter::trainable)
            .mapToLong(Parameter::size)
            .sum());
    Turns turns =
        new Turns(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    turns.await();
    Path checkpoints = Files.createTempDirectory("training-speed");
    new Trainer(network, YAML.readValue(OPTIONS, TrainerOptions.class), 1, checkpoints)
        .fit(clips, new Examples(List.of(), new int[0], List.of()), turns, turns.stop);
  }

  /** Waits for a line before each epoch. */
  private static final class Turns implements EpochListener {

    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final BufferedReader in;
    private final StopFlag stop = new StopFlag();
    private long processor;

    Turns(BufferedReader in) {
      this.in = in;
    }

    void await() {
      try {
        if (in.readLine() == null) {
          stop.raise();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      processor = system.getProcessCpuTime();
    }

    @Override
    public void epochEnded(EpochMetrics metrics) {
      System.out.printf(
          "%.6f %.6f %.4f%n",
          metrics.seconds(), (system.getProcessCpuTime() - processor) / 1e9, metrics.trainLoss());
      await();
    }
  }
}
