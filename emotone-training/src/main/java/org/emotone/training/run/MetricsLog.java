package org.emotone.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotone.training.engine.EpochMetrics;

/** {@code metrics.csv}: a header and a row for each epoch, on disk as soon as the epoch ends. */
public final class MetricsLog {

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

  /**
   * Reads what was written. A last row that is cut off, as a killed process leaves it, is passed
   * over.
   *
   * @param epochs of the whole training
   * @throws IOException if the file cannot be read, or is something else, in one line
   */
  public static List<EpochMetrics> read(Path file, int epochs) throws IOException {
    List<String> lines = Files.readString(file).lines().toList();
    List<EpochMetrics> history = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      try {
        history.add(
            new EpochMetrics(
                Integer.parseInt(fields[0]),
                epochs,
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6])));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        if (i + 1 < lines.size()) {
          throw new IOException(
              "%s:%d: is no epoch; expected %s".formatted(file, i + 1, HEADER.strip()), e);
        }
      }
    }
    return history;
  }
}
