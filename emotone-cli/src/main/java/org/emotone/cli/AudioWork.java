package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.emotone.HearingListener;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.report.BeforeAfterPlot;
import org.emotone.report.SoundPlot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What the commands on recordings have in common: their arguments, and the way from file to file.
 */
final class AudioWork {

  /** What is longer is not drawn: a column of the picture would stand for more than a second. */
  private static final double LONGEST_PLOT_SECONDS = 1800;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Asked for in {@link #run}: picocli would want them of commands below the command, too. */
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE...",
      hideParamSyntax = true,
      description = "Files, folders and patterns.")
  private List<Path> paths = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where results go; made if it is not there.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace files that are already in the folder.")
  private boolean force;

  @Option(
      names = "--plot",
      description = "Also draw waveform and spectrogram as PNG into the folder of --out.")
  private boolean plot;

  private @Nullable HearingBar bar;

  /** What is done with one recording. */
  @FunctionalInterface
  interface Task {
    /**
     * Does it.
     *
     * @param listener hears how far it has come
     */
    void on(Path file, HearingListener listener) throws IOException;
  }

  /** Where results are printed; takes the progress bar away before. */
  PrintWriter printer() {
    if (bar != null) {
      bar.giveWay();
    }
    return spec.commandLine().getOut();
  }

  /** Whether pictures are wanted. */
  boolean plots() {
    return plot;
  }

  boolean hasOut() {
    return out != null;
  }

  /**
   * Does a task for each file. One that fails gets a line on standard error, the others go on.
   *
   * @param verb what is done, for the progress bar
   * @param needsOut whether there must be a folder for results
   * @return the exit code
   */
  int run(String verb, boolean needsOut, Task task) {
    check(needsOut);
    PrintWriter err = spec.commandLine().getErr();
    Clips clips = Clips.under(paths);
    clips.problems().forEach(problem -> err.println("emotone: " + problem));
    int failed = 0;
    try (HearingBar progress = new HearingBar(verb, clips.files().size())) {
      bar = progress;
      for (Path file : clips.files()) {
        try {
          task.on(file, progress.listener(file));
        } catch (IOException | IllegalArgumentException e) {
          failed++;
          progress.makeRoom();
          err.println("emotone: " + line(file, e));
        }
        progress.finish(file);
      }
    }
    bar = null;
    printer().flush();
    return failed > 0 || !clips.problems().isEmpty() ? 1 : 0;
  }

  /**
   * Checks what was said on the command line.
   *
   * @param needsOut whether there must be a folder for results
   * @throws ParameterException if something is missing
   */
  void check(boolean needsOut) {
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
    }
    if (out == null && (needsOut || plot)) {
      String option = needsOut ? "" : "--plot needs ";
      throw new ParameterException(
          spec.commandLine(), option + "--out FOLDER" + (needsOut ? " is missing" : ""));
    }
  }

  private static String line(Path file, Exception failure) {
    String line = Failures.line(failure);
    return line.contains(file.getFileName().toString()) ? line : file + ": " + line;
  }

  /**
   * A result of a file, which is not there yet.
   *
   * @param ending what follows the file's name without its extension, such as {@code -02.wav}
   */
  Results.Pending result(Path file, String ending) throws IOException {
    if (out == null) {
      throw new IllegalStateException("no folder for results");
    }
    return new Results(out, force).pending(paths, file, ending);
  }

  /**
   * Draws a picture of a recording if that is wanted.
   *
   * @param marks stretches to be shaded
   * @param meaning what they stand for
   */
  void plot(Path file, Waveform waveform, List<Segment> marks, String meaning) throws IOException {
    if (!plot || waveform.length() == 0) {
      return;
    }
    checkLength(file, waveform);
    try (Results.Pending pending = result(file, ".png")) {
      new SoundPlot(waveform, file.getFileName().toString(), marks, meaning).write(pending.file());
      pending.keep();
    }
  }

  /**
   * Draws a recording before and after, one below the other, if that is wanted.
   *
   * @param words what was done
   */
  void plotChange(Path file, Waveform before, Waveform after, String words) throws IOException {
    if (!plot) {
      return;
    }
    checkLength(file, before);
    try (Results.Pending pending = result(file, ".png")) {
      String title = file.getFileName().toString();
      new BeforeAfterPlot(before, after, title, words).write(pending.file());
      pending.keep();
    }
  }

  private static void checkLength(Path file, Waveform waveform) throws IOException {
    if (waveform.duration() > LONGEST_PLOT_SECONDS) {
      throw new IOException(
          file
              + ": longer than 30 minutes, which is too much for a picture; take a part of it with"
              + " convert --offset --duration");
    }
  }
}
