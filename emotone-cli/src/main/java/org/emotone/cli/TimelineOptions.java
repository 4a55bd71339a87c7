package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Emotion over time: the options of {@code analyze --timeline}, and its work from file to file. */
final class TimelineOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--timeline",
      description = {
        "Say which emotion is heard when: speech is found, heard in overlapping windows, and what is "
            + "heard is smoothed into segments."
      })
  private boolean timeline;

  @Mixin private TimelineTuning tuning = new TimelineTuning();

  @Mixin private SpeakerOptions speakers = new SpeakerOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = {
        "Write the timeline of each recording to a file in this folder, by the name of the recording "
            + "and with .txt, .json (--json) or what else suits the form behind it."
      })
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = {
        "Leave out recordings whose timeline is in the folder and newer than they are. Files there "
            + "are always whole, also after an interruption."
      })
  private boolean resume;

  @Option(names = "--force", description = "Replace files that are already in the folder.")
  private boolean force;

  @Mixin private PictureOptions pictures = new PictureOptions();

  /** Whether a timeline is wanted, by its own option or because only it can be written so. */
  boolean wanted(TimelineForm form) {
    return timeline || form.isOfTimes();
  }

  /** The folder of {@code --out}. */
  Path folder() {
    return Objects.requireNonNull(out, "checked before");
  }

  /**
   * Refuses options that do not go together.
   *
   * @param files that are to be heard
   * @param form in which they are written
   * @param ofClips whether options were given that only whole clips have
   */
  void check(List<Path> files, TimelineForm form, boolean ofClips) {
    boolean timed = wanted(form);
    boolean toFolder = resume || pictures.given() || ((force || out != null) && !form.isFolder());
    if (!timed && (tuning.given() || toFolder)) {
      throw wrong(
          "--window, --step, --stickiness, --out, --resume, --force, --plot and --page need"
              + " --timeline");
    }
    if (timed && ofClips) {
      throw wrong(
          "--top, --quality, --explain and --embeddings are of whole recordings and do not go with"
              + " --timeline; --json has all probabilities");
    }
    if (!timed && speakers.wanted()) {
      throw wrong("--speakers needs --timeline");
    }
    if (speakers.wanted() && files.contains(ReadingOptions.STANDARD_INPUT)) {
      throw wrong("--speakers reads recordings twice, and standard input can be read only once");
    }
    checkFolder(files, form);
    speakers.settings();
    tuning.settings();
  }

  private void checkFolder(List<Path> files, TimelineForm form) {
    if (out == null && pictures.given()) {
      throw wrong("--plot and --page need --out FOLDER");
    }
    if (out == null && form.isFolder()) {
      throw wrong("audformat is a folder of several files; name it with --out FOLDER");
    }
    if (out != null && form.isFolder() && !force && Files.exists(out.resolve("db.yaml"))) {
      throw wrong(out.resolve("db.yaml") + " is already there; --force replaces it");
    }
    if (out == null && !form.holdsSeveral() && files.size() > 1) {
      throw wrong(
          "a document of this form holds one recording, and there are "
              + files.size()
              + "; --out FOLDER writes one for each");
    }
    if (resume && form.isFolder()) {
      throw wrong("--resume does not go with audformat, which is one table of all recordings");
    }
    if (out == null && (resume || force)) {
      throw wrong((resume ? "--resume" : "--force") + " needs --out FOLDER");
    }
    if (resume && force) {
      throw wrong("--resume keeps what is in the folder and --force replaces it; choose one");
    }
    if (out != null && files.contains(ReadingOptions.STANDARD_INPUT)) {
      throw wrong("--out names files after recordings, and standard input has no name");
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(spec.commandLine(), line);
  }

  /**
   * Hears the files, several at once, and writes what is heard in their order.
   *
   * @param arguments what the user named
   * @return how many failed
   */
  int analyze(
      List<Path> arguments,
      List<Path> files,
      Recognizer recognizer,
      ReadingOptions reading,
      TimelineForm form)
      throws IOException {
    List<Path> wanted = out == null || form.isFolder() ? files : due(arguments, files, form, out);
    int threads = wanted.size() > 1 ? 1 : Runtime.getRuntime().availableProcessors();
    TimelineRecognizer timelines = new TimelineRecognizer(recognizer, tuning.settings(), threads);
    double threshold = recognizer.model().manifest().uncertainBelow();
    SpeakerOptions voices = speakers;
    try (voices;
        HearingBar progress = new HearingBar("analysing", wanted.size());
        InOrder<Path, Timeline> results =
            new InOrder<>(
                wanted,
                file -> {
                  HearingListener listener = progress.listener(file);
                  Timeline plain = hear(timelines, file, reading, listener);
                  Timeline heard = voices.of(plain, file, reading, threshold, listener);
                  write(arguments, file, heard, form, reading);
                  return heard;
                })) {
      TimelineListing listing = listing(form, files.size() == 1);
      int failed = progress.print(results, spec.commandLine(), listing::add, listing::fail);
      listing.end();
      return failed;
    }
  }

  private TimelineListing listing(TimelineForm form, boolean alone) throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    if (out == null) {
      return form.listing(print, alone);
    }
    return form.isFolder()
        ? TimelineForm.folder(out, print)
        : new WrittenTimelines(spec.commandLine().getErr());
  }

  private static Timeline hear(
      TimelineRecognizer timelines, Path file, ReadingOptions reading, HearingListener listener)
      throws IOException {
    try (AudioStream stream = reading.open(file)) {
      return timelines.analyze(stream, listener);
    } catch (IllegalArgumentException e) {
      throw new IOException(ReadingOptions.name(file) + ": " + e.getMessage(), e);
    }
  }

  /** The files whose results are not in the folder yet. */
  private List<Path> due(List<Path> arguments, List<Path> files, TimelineForm form, Path folder)
      throws IOException {
    Results results = new Results(folder, force);
    Map<Path, Path> sources = new HashMap<>();
    List<Path> due = new ArrayList<>();
    for (Path file : files) {
      Path target = results.target(arguments, file, form.ending());
      Path other = sources.put(target, file);
      if (other != null) {
        throw new IOException(
            target
                + ": would be the timeline of "
                + other
                + " and of "
                + file
                + "; name one of"
                + " them alone, or write to another --out");
      }
      if (!resume && !force && Files.exists(target)) {
        throw new IOException(
            target
                + ": is already there; --resume leaves out recordings that are done, --force"
                + " replaces them");
      }
      if (!(resume && isDone(target, file))) {
        due.add(file);
      }
    }
    if (due.size() < files.size()) {
      spec.commandLine()
          .getErr()
          .printf("emotone: %d of %d are done%n", files.size() - due.size(), files.size());
    }
    return due;
  }

  private static boolean isDone(Path target, Path file) throws IOException {
    return Files.exists(target)
        && Files.exists(file)
        && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(file)) >= 0;
  }

  private void write(
      List<Path> arguments, Path file, Timeline heard, TimelineForm form, ReadingOptions reading)
      throws IOException {
    if (out == null) {
      return;
    }
    Results results = new Results(out, force || resume);
    pictures.write(arguments, file, heard, reading, results);
    if (form.isFolder()) {
      return;
    }
    try (Results.Pending pending = results.pending(arguments, file, form.ending())) {
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(pending.file(), StandardCharsets.UTF_8))) {
        TimelineListing listing = form.listing(writer, true);
        listing.add(file, heard);
        listing.end();
        if (writer.checkError()) {
          throw new IOException(pending.target() + ": cannot be written; is the disk full?");
        }
      }
      pending.keep();
    }
  }
}
