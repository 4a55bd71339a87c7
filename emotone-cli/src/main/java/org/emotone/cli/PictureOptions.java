package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.report.timeline.Envelope;
import org.emotone.report.timeline.PageSound;
import org.emotone.report.timeline.TimelinePage;
import org.emotone.report.timeline.TimelinePlot;
import org.emotone.timeline.Timeline;
import picocli.CommandLine.Option;

/** {@code analyze --timeline --plot} and {@code --page}: timelines to look at. */
final class PictureOptions {

  @Option(
      names = "--plot",
      description = "Draw the timeline of each recording, as .png and .svg in the folder of --out.")
  private boolean plot;

  @Option(
      names = "--page",
      description = {
        "Make a page with a player for each recording, as .html in the folder of --out. A "
            + "recording of up to 16 MB is part of its page, a larger one is linked."
      })
  private boolean page;

  /** Whether any of them was given. */
  boolean given() {
    return plot || page;
  }

  /**
   * Draws what is wanted of a recording, which is read once more.
   *
   * @param arguments what the user named
   */
  void write(
      List<Path> arguments, Path file, Timeline timeline, ReadingOptions reading, Results results)
      throws IOException {
    if (!given()) {
      return;
    }
    Envelope envelope;
    AudioProperties properties;
    try (AudioStream stream = reading.open(file)) {
      properties = stream.properties();
      envelope = Envelope.of(stream);
    }
    String name = file.getFileName().toString();
    if (plot) {
      TimelinePlot picture = new TimelinePlot(name, timeline, envelope);
      save(results, arguments, file, ".png", picture::png);
      save(results, arguments, file, ".svg", picture::svg);
    }
    if (page) {
      Path target = results.target(arguments, file, ".html");
      PageSound sound = PageSound.of(file, properties, envelope.duration(), target);
      String html = new TimelinePage(name, timeline, envelope, sound).html();
      save(results, arguments, file, ".html", part -> Files.writeString(part, html));
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path target) throws IOException;
  }

  private static void save(
      Results results, List<Path> arguments, Path file, String ending, Writing writing)
      throws IOException {
    try (Results.Pending pending = results.pending(arguments, file, ending)) {
      writing.to(pending.file());
      pending.keep();
    }
  }
}
