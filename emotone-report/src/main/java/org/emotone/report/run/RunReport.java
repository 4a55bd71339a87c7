package org.emotone.report.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.emotone.report.drawing.Canvas;
import org.emotone.report.drawing.ColourMap;
import org.emotone.report.drawing.Picture;
import org.emotone.report.page.Figure;
import org.emotone.report.tensorboard.Event;
import org.emotone.report.tensorboard.EventFile;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.run.Mistakes.Mistake;
import org.emotone.training.run.RunArtifacts;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRecord;

/**
 * Adds to the folder of a run what people look at: the report and the list of errors to listen to,
 * the pictures in {@code plots}, and an event file for TensorBoard.
 */
public final class RunReport implements RunArtifacts {

  private static final double PICTURE_WIDTH = 860;

  private final Clock clock;

  /**
   * A report.
   *
   * @param clock tells TensorBoard when things happened
   */
  public RunReport(Clock clock) {
    this.clock = clock;
  }

  @Override
  public EpochListener during(RunFolder folder, Recipe recipe) {
    return new EventLog(folder, recipe, clock);
  }

  @Override
  public void write(RunRecord run) throws IOException {
    RecordedRun recorded = RecordedRun.read(run.folder().root());
    RunPage page = new RunPage(recorded);
    write(recorded, page);
    addPictures(recorded, page);
  }

  /**
   * Writes report, list of errors and pictures anew from what a run recorded.
   *
   * @return the report
   */
  public static Path write(RecordedRun run) throws IOException {
    return write(run, new RunPage(run));
  }

  private static Path write(RecordedRun run, RunPage page) throws IOException {
    Path root = run.folder().root();
    Path report = root.resolve("report.html");
    Files.writeString(report, page.html());
    if (run.evaluation() != null) {
      List<Mistake> mistakes = run.mistakes();
      Files.writeString(root.resolve(ListenPage.FILE), new ListenPage(run, mistakes).html());
      Files.writeString(root.resolve(Playlist.FILE), Playlist.of(mistakes));
    }
    Path plots = Files.createDirectories(root.resolve("plots"));
    for (Figure figure : page.figures()) {
      Canvas.write(picture(figure), plots.resolve(figure.id() + ".png"));
    }
    return report;
  }

  private static BufferedImage picture(Figure figure) {
    return Picture.of(figure.chart().draw(PICTURE_WIDTH), figure.title());
  }

  /** Adds the confusion matrix to the newest event file. */
  private void addPictures(RecordedRun run, RunPage page) throws IOException {
    List<EventFile> files = EventFile.of(run.folder().root());
    if (files.isEmpty()) {
      return;
    }
    EventFile last = files.get(files.size() - 1);
    for (Figure figure : page.figures()) {
      if (figure.id().equals("confusion-percent")) {
        BufferedImage image = picture(figure);
        last.append(
            new Event(
                clock.millis() / 1e3,
                run.bestEpoch(),
                new Event.Image(
                    "confusion", image.getWidth(), image.getHeight(), ColourMap.png(image))));
      }
    }
  }
}
