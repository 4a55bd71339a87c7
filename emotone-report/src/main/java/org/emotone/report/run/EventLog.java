package org.emotone.report.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.report.tensorboard.Event;
import org.emotone.report.tensorboard.EventFile;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunFolder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run's event file for TensorBoard while it goes on. A run that is resumed goes on in a
 * file of its own, which begins by saying from which epoch on the earlier ones no longer count.
 */
final class EventLog implements EpochListener {

  private final RunFolder folder;
  private final Recipe recipe;
  private final Clock clock;
  private @Nullable EventFile file;

  EventLog(RunFolder folder, Recipe recipe, Clock clock) {
    this.folder = folder;
    this.recipe = recipe;
    this.clock = clock;
  }

  /** Epochs that a killed process did not come to write are written now. */
  @Override
  public void resumed(List<EpochMetrics> history) {
    try {
      Set<Long> written = written();
      long next = 1;
      while (next <= history.size() && written.contains(next)) {
        next++;
      }
      EventFile own = open();
      own.append(new Event(now(), next, new Event.Restart()));
      for (EpochMetrics epoch : history.subList((int) next - 1, history.size())) {
        own.append(event(epoch));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The epochs that earlier files tell of. */
  private Set<Long> written() throws IOException {
    Set<Long> steps = new HashSet<>();
    for (EventFile earlier : EventFile.of(folder.root())) {
      for (Event event : earlier.read()) {
        if (event.content() instanceof Event.Restart) {
          steps.removeIf(step -> step >= event.step());
        } else if (event.content() instanceof Event.Scalars) {
          steps.add(event.step());
        }
      }
    }
    return steps;
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    try {
      open().append(event(metrics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EventFile open() throws IOException {
    EventFile own = file;
    if (own == null) {
      own = EventFile.create(folder.root(), clock.instant());
      file = own;
      String yaml = "    " + RecipeFile.write(recipe).strip().replace("\n", "\n    ");
      own.append(new Event(now(), 0, new Event.Text("recipe", yaml)));
    }
    return own;
  }

  private Event event(EpochMetrics metrics) {
    Map<String, Float> values = new LinkedHashMap<>();
    put("loss/training", metrics.trainLoss(), values);
    put("loss/validation", metrics.validationLoss(), values);
    put("validation/UAR", metrics.validationUar(), values);
    put("validation/accuracy", metrics.validationAccuracy(), values);
    put("training/learning rate", metrics.learningRate(), values);
    put("training/seconds", metrics.seconds(), values);
    return new Event(now(), metrics.epoch(), new Event.Scalars(values));
  }

  private static void put(String tag, double value, Map<String, Float> values) {
    if (Double.isFinite(value)) {
      values.put(tag, (float) value);
    }
  }

  private double now() {
    return clock.millis() / 1e3;
  }
}
