package org.emotone.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotone.report.tensorboard.Event;
import org.emotone.report.tensorboard.EventFile;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  private static final List<EpochMetrics> HISTORY = Runs.history(6, 6);

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder = Path.of("");

  private EventLog log() {
    return new EventLog(new RunFolder(folder), Runs.recipe(6), clock);
  }

  private static List<Long> steps(EventFile file) throws Exception {
    return file.read().stream()
        .filter(event -> event.content() instanceof Event.Scalars)
        .map(Event::step)
        .toList();
  }

  @Test
  void eachEpochIsThereAsSoonAsItEnds() throws Exception {
    EventLog log = log();
    assertThat(EventFile.of(folder)).isEmpty();
    log.epochEnded(HISTORY.get(0));
    log.epochEnded(HISTORY.get(1));
    EventFile file = EventFile.of(folder).get(0);
    List<Event> events = file.read();
    assertThat(events.get(1).content())
        .isInstanceOfSatisfying(
            Event.Text.class, text -> assertThat(text.markdown()).contains("    name: made-up"));
    Map<String, Float> values = ((Event.Scalars) events.get(3).content()).values();
    assertThat(values)
        .containsOnlyKeys(
            "loss/training",
            "loss/validation",
            "validation/UAR",
            "validation/accuracy",
            "training/learning rate",
            "training/seconds");
    assertThat((double) values.getOrDefault("validation/UAR", 0f))
        .isCloseTo(HISTORY.get(1).validationUar(), within(1e-6));
  }

  @Test
  void aRunThatGoesOnWritesWhatAKilledProcessDidNotAndVoidsWhatWasTooMuch() throws Exception {
    EventLog killed = log();
    killed.epochEnded(HISTORY.get(0));
    killed.epochEnded(HISTORY.get(1));

    EventLog resumed = log();
    resumed.resumed(HISTORY.subList(0, 4));
    resumed.epochEnded(HISTORY.get(4));

    List<EventFile> files = EventFile.of(folder);
    assertThat(files).hasSize(2);
    assertThat(steps(files.get(0))).containsExactly(1L, 2L);
    assertThat(steps(files.get(1))).containsExactly(3L, 4L, 5L);
    assertThat(files.get(1).read())
        .anyMatch(event -> event.content() instanceof Event.Restart && event.step() == 3);
  }

  @Test
  void whatIsNotMeasuredIsNotWritten() throws Exception {
    log().epochEnded(new EpochMetrics(1, 1, 2, Double.NaN, Double.NaN, Double.NaN, 0.1, 1));
    List<Event> events = EventFile.of(folder).get(0).read();
    assertThat(((Event.Scalars) events.get(2).content()).values().keySet())
        .containsExactly("loss/training", "training/learning rate", "training/seconds");
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written).hasSize(1);
    }
  }
}
