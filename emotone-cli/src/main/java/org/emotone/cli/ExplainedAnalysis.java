package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.HearingListener;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.explain.Explainer;
import org.emotone.explain.Explanation;
import org.emotone.report.RelevancePlot;

/** Says what is heard in recordings, and why. */
final class ExplainedAnalysis {

  private static final int STEPS = 1000;

  private final Recognizer recognizer;
  private final Explainer explainer;
  private final Listing listing;
  private final ExplainOptions options;
  private final ReadingOptions reading;
  private final PrintWriter err;

  ExplainedAnalysis(
      Recognizer recognizer,
      Listing listing,
      ExplainOptions options,
      ReadingOptions reading,
      PrintWriter err) {
    this.recognizer = recognizer;
    this.listing = listing;
    this.options = options;
    this.reading = reading;
    this.err = err;
    explainer = options.explainer(recognizer);
  }

  /** Analyses files, one after the other, and says how many could not be. */
  int run(List<Path> files) throws IOException {
    int failed = 0;
    try (Progress bar = Progress.overFiles("explaining", files.size(), STEPS)) {
      for (int i = 0; i < files.size(); i++) {
        Path file = files.get(i);
        int done = i;
        try {
          explain(file, bar, done);
        } catch (IOException | IllegalArgumentException e) {
          failed++;
          String line = e instanceof IOException ? Failures.line(e) : file + ": " + e.getMessage();
          bar.makeRoom();
          err.println("emotone: " + line);
          listing.fail(file, line);
        }
        bar.to((done + 1) * STEPS);
      }
    }
    listing.end();
    return failed;
  }

  private void explain(Path file, Progress bar, int before) throws IOException {
    boolean standardInput = file.equals(ReadingOptions.STANDARD_INPUT);
    List<String> warnings = new ArrayList<>();
    Waveform clip =
        standardInput
            ? Audio.read(System.in, "standard input", reading.options(), warnings::add)
            : Audio.read(file, reading.options(), warnings::add);
    Recognition recognition = standardInput ? recognizer.recognize(clip) : recognize(file);
    Explanation explanation =
        explainer.explain(
            clip,
            recognition.best().label(),
            (done, all) -> bar.to(before * STEPS + (int) ((long) STEPS * done / all)));
    Path picture = options.picture(standardInput ? Path.of("standard-input") : file);
    draw(explanation, recognition, file, picture);
    bar.giveWay();
    listing.add(file, recognition);
    listing.explain(explanation, picture);
  }

  /** As analyze does without an explanation: all channels of a file are looked at for faults. */
  private Recognition recognize(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, reading.options())) {
      return recognizer.recognize(stream, HearingListener.NONE);
    }
  }

  private static void draw(
      Explanation explanation, Recognition recognition, Path file, Path picture)
      throws IOException {
    Path folder = picture.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = picture.resolveSibling("." + picture.getFileName() + ".part");
    String title =
        String.format(
            Locale.ROOT,
            "%s: %s %.0f %%",
            file.getFileName(),
            recognition.best().label(),
            100 * recognition.best().probability());
    try {
      new RelevancePlot(explanation, title).write(part);
      Files.move(part, picture, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
