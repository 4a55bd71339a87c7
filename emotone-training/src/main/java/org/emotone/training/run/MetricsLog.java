package org.emotone.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotone.training.engine.EpochMetrics;

/** {@code metrics.csv}: a header and a row for each epoch, on disk as soon as the epoch ends. */
final class MetricsLog {

  private static final String HEADER =
      "epoch,trainLoss,validationLoss,validationUar,validationAccuracy,learningRate,seconds\n";

  private final Path file;

  MetricsLog(Path file) {
    this.file = file;
  }

  /** Begins anew with the epochs so far. */
  void write(List<EpochMetrics> history) throws IOException {
    RunFolder.write(
        file, history.stream().map(MetricsLog::row).collect(Collectors.joining("", HEADER, "")));
  }

  /** Adds an epoch. */
  void append(EpochMetrics metrics) {
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, HEADER, StandardCharsets.UTF_8);
      }
      Files.writeString(
          file,
          row(metrics),
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static String row(EpochMetrics metrics) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%s,%s,%s,%s,%.3f\n",
        metrics.epoch(),
        metrics.trainLoss(),
        metrics.validationLoss(),
        metrics.validationUar(),
        metrics.validationAccuracy(),
        metrics.learningRate(),
        metrics.seconds());
  }
}
