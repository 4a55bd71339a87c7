package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.features.set.FeatureSet;
import org.emotone.report.FeaturePlot;
import org.emotone.report.SoundPlot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone features}: what is computed from recordings, as tables and pictures. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Compute features of recordings: tables, arrays and pictures.",
    description = {
      "",
      "Sets that say one row of a recording (egemaps, gemaps, p1, p13 …) make one table with a row "
          + "for each; all others make a table for each recording, with a row for each frame. A "
          + "single table in csv goes to standard output, unless --out names a folder. --list shows "
          + "all sets. A recording that fails gets one line on standard error, the others go on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone features --set egemaps samples > egemaps.csv",
      "  emotone features --set mfcc --format npy --out mfcc samples",
      "  emotone features --set egemaps --format arff --out weka calls",
      "  emotone features --set logmel --format png --out pictures a.wav",
      "  emotone features --set sound --format png --out pictures a.wav   waveform and spectrogram",
      "  emotone features --list"
    })
final class FeaturesCommand implements Callable<Integer> {

  /** Not a set of features but the recording itself, which has pictures only. */
  private static final String SOUND = "sound";

  private enum Format {
    CSV,
    NPY,
    ARFF,
    PNG
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, folders and patterns.")
  private List<Path> paths = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      defaultValue = "egemaps",
      description = "Which features (default: ${DEFAULT-VALUE}); see --list.")
  private String set = "egemaps";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv, npy (NumPy), arff (Weka) or png (default: ${DEFAULT-VALUE}).")
  private Format format = Format.CSV;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where files go; made if it is not there.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace files that are already in the folder.")
  private boolean force;

  @Option(names = "--list", description = "Show all sets and what they are.")
  private boolean list;

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    if (list) {
      FeatureSet.all().forEach(each -> printer.printf("%-18s%s%n", each.id(), each.words()));
      printer.printf("%-18s%s%n", SOUND, "waveform and spectrogram (png only)");
      return 0;
    }
    check();
    Clips clips = Clips.under(paths);
    PrintWriter err = spec.commandLine().getErr();
    clips.problems().forEach(problem -> err.println("emotone: " + problem));
    if (clips.files().isEmpty()) {
      return 1;
    }
    int failed = run(clips.files(), err);
    return failed > 0 || !clips.problems().isEmpty() ? 1 : 0;
  }

  private void check() {
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "FILE is missing");
    }
    if (format != Format.CSV && out == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--format " + format.name().toLowerCase(Locale.ROOT) + " needs --out FOLDER");
    }
    if (set.equals(SOUND)) {
      if (format != Format.PNG) {
        throw new ParameterException(spec.commandLine(), "--set sound needs --format png");
      }
      return;
    }
    try {
      FeatureSet.byId(set);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage());
    }
  }

  private int run(List<Path> files, PrintWriter err) throws IOException {
    int failed = 0;
    FeatureTable rows = set.equals(SOUND) ? null : FeatureTable.empty("file", chosen().names());
    try (Progress progress = Progress.overFiles("computing", files.size(), 1)) {
      for (Path file : files) {
        try {
          progress.giveWay();
          one(file, files.size(), rows);
        } catch (IOException | IllegalArgumentException e) {
          failed++;
          progress.makeRoom();
          String line = Failures.line(e);
          String name = file.getFileName().toString();
          err.println("emotone: " + (line.contains(name) ? line : file + ": " + line));
        }
        progress.step();
      }
    }
    if (rows != null && !rows.rows().isEmpty()) {
      writeAll(rows);
    }
    return failed;
  }

  private FeatureSet chosen() {
    return FeatureSet.byId(set);
  }

  /** Does one recording: a row is kept for the common table, frames are written. */
  private void one(Path file, int files, @Nullable FeatureTable rows) throws IOException {
    Waveform waveform = Audio.read(file);
    if (rows == null) {
      String name = file.getFileName().toString();
      write(file, ".png", target -> new SoundPlot(waveform, name, List.of(), "").write(target));
      return;
    }
    FeatureSet.Features features = chosen().of(waveform);
    if (format == Format.PNG) {
      picture(file, features);
    } else if (!features.overTime()) {
      rows.add(file.toString(), features.matrix().values());
    } else {
      frames(file, files, FeatureTable.of(chosen().names(), features));
    }
  }

  private void picture(Path file, FeatureSet.Features features) throws IOException {
    if (!features.overTime()) {
      throw new IllegalArgumentException(
          "the set " + set + " has one row and no picture; choose one over time, such as logmel");
    }
    if (features.matrix().frames() < 2) {
      throw new IllegalArgumentException(
          "the recording has one frame of the set " + set + ", too short for a picture");
    }
    String title = chosen().words() + ": " + file.getFileName();
    String unit = features.matrix().coefficients() == 1 ? set : "coefficient";
    FeaturePlot plot = new FeaturePlot(features.matrix(), features.hopSeconds(), title, unit);
    write(file, "." + set + ".png", plot::write);
  }

  private void frames(Path file, int files, FeatureTable table) throws IOException {
    if (out == null) {
      if (files > 1) {
        throw new ParameterException(
            spec.commandLine(),
            "the set " + set + " makes a table for each recording: name a folder by --out");
      }
      spec.commandLine().getOut().print(table.csv());
      return;
    }
    write(file, "." + set + extension(), target -> write(table, target));
  }

  private String extension() {
    return "." + format.name().toLowerCase(Locale.ROOT);
  }

  private void writeAll(FeatureTable rows) throws IOException {
    if (out == null) {
      spec.commandLine().getOut().print(rows.csv());
      return;
    }
    Files.createDirectories(out);
    Path target = out.resolve(set + extension());
    if (Files.exists(target) && !force) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "is already there; --force replaces it");
    }
    write(rows, target);
    if (format == Format.NPY) {
      // An array has no names: which recording each row is stands beside it.
      Files.write(out.resolve(set + ".files.txt"), rows.keys());
    }
    spec.commandLine().getOut().println(target);
  }

  private void write(FeatureTable table, Path target) throws IOException {
    switch (format) {
      case NPY -> table.npy(target);
      case ARFF -> Files.writeString(target, table.arff(set));
      default -> Files.writeString(target, table.csv());
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path target) throws IOException;
  }

  private void write(Path file, String ending, Writing writing) throws IOException {
    if (out == null) {
      throw new IllegalStateException("no folder for results");
    }
    try (Results.Pending pending = new Results(out, force).pending(paths, file, ending)) {
      writing.to(pending.file());
      pending.keep();
      spec.commandLine().getOut().println(pending.target());
    }
  }
}
