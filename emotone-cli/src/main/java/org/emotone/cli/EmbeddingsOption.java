package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.EmbeddedRecognition;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code analyze --embeddings}: a table of what the last dense layer hears of each recording. */
final class EmbeddingsOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--embeddings",
      paramLabel = "FILE",
      description = {
        "Write the input of the network's last dense layer, a row for each recording, to FILE.npy "
            + "(with the names of the recordings in FILE.files.txt) or FILE.csv. What lies close "
            + "together sounds alike to the model."
      })
  private @Nullable Path file;

  private final List<String> names = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();

  /** Whether it was given. */
  boolean wanted() {
    return file != null;
  }

  /** Refuses what could not be written before anything is computed. */
  void check() {
    if (file == null) {
      return;
    }
    if (!isNpy(file) && !file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new ParameterException(
          spec.commandLine(), "--embeddings writes FILE.npy or FILE.csv, not " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "--embeddings: there is no folder " + folder + "; make it first");
    }
  }

  private static boolean isNpy(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }

  /** Recognises a recording, with its embedding if that is wanted. */
  EmbeddedRecognition recognize(Recognizer recognizer, AudioStream stream, HearingListener listener)
      throws IOException {
    return wanted()
        ? recognizer.recognizeAndEmbed(stream, listener)
        : new EmbeddedRecognition(recognizer.recognize(stream, listener), new float[0]);
  }

  /** Keeps a row. */
  void add(Path recording, EmbeddedRecognition heard) {
    if (wanted()) {
      names.add(recording.toString());
      rows.add(heard.embedding());
    }
  }

  /** Writes the table, replacing a file that is there at once and not in part. */
  void write() throws IOException {
    if (file == null || rows.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).length; i++) {
      columns.add("e" + i);
    }
    FeatureTable table = new FeatureTable("file", columns, names, rows);
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (isNpy(file)) {
        table.npy(part);
        String name = target.getFileName().toString();
        Path list = target.resolveSibling(name.substring(0, name.length() - 4) + ".files.txt");
        // An array has no names: which recording each row is stands beside it.
        Files.write(list, names);
      } else {
        Files.writeString(part, table.csv());
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
