package org.emotone.server.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioOptions;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.explain.Explainer;
import org.emotone.server.problem.Faults;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.settings.Limits;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.jspecify.annotations.Nullable;

/** Hears recordings on the calling thread, within the limits. Safe for use by several threads. */
public final class Hearing {

  /** How messages call a recording: neither by the client's name for it nor by the server's. */
  private static final String NAME = "the recording";

  private static final int MOST_CHANNELS = 8;
  private static final int MOST_RATE = 384_000;

  private final Limits limits;
  private final AudioOptions reading;
  private final ProgressBoard board;

  /** Hears within limits and says on the board how far it is. */
  public Hearing(Limits limits, ProgressBoard board) {
    this.limits = limits;
    this.board = board;
    AudioLimits usual = AudioLimits.DEFAULT;
    reading =
        AudioOptions.DEFAULT.within(
            new AudioLimits(
                limits.uploadBytes(),
                limits.seconds(),
                MOST_CHANNELS,
                usual.minSampleRate(),
                MOST_RATE,
                usual.maxExpansion()));
  }

  /** How recordings are read here. */
  public AudioOptions reading() {
    return reading;
  }

  /**
   * Hears a recording.
   *
   * @param file where it lies on the server
   * @throws ProblemException if it cannot be read, exceeds a limit, or takes too long
   */
  public Heard hear(Path file, Recognizer recognizer, RecognitionOptions options) {
    Deadline deadline = Deadline.in(limits.workTime());
    try {
      return hear(file, recognizer, options, deadline);
    } catch (AudioException e) {
      ProblemException problem = Faults.ofAudio(e);
      throw new ProblemException(problem.code(), unnamed(problem.detail(), file));
    } catch (IOException e) {
      throw Faults.ofDisk(e);
    }
  }

  private Heard hear(
      Path file, Recognizer recognizer, RecognitionOptions options, Deadline deadline)
      throws IOException {
    String name = options.progress();
    double parts = options.timeline() ? 2 : 1;
    Recognition recognition;
    Envelope envelope;
    String container;
    try (WatchedStream stream = open(file, deadline)) {
      recognition =
          recognizer.recognize(
              stream, (now, all) -> board.write(name, Progress.Stage.LISTENING, now / all / parts));
      envelope = stream.envelope();
      container = stream.properties().container();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.EMPTY_AUDIO, NAME + ": " + e.getMessage());
    }
    Timeline timeline = null;
    if (options.timeline()) {
      try (WatchedStream stream = open(file, deadline)) {
        timeline =
            new TimelineRecognizer(recognizer, options.settings(), 1)
                .analyze(
                    stream,
                    (now, all) ->
                        board.write(name, Progress.Stage.LISTENING, (1 + now / all) / parts));
      }
    }
    Reasons reasons =
        options.explain() ? explain(file, recognizer, recognition, name, deadline) : null;
    return new Heard(
        unnamed(recognition, file),
        timeline == null ? null : unnamed(timeline, file),
        reasons,
        envelope,
        recognizer.model().manifest().uncertainBelow(),
        container);
  }

  private WatchedStream open(Path file, Deadline deadline) throws IOException {
    AudioStream stream = Audio.open(file, reading);
    return new WatchedStream(stream, deadline);
  }

  private Reasons explain(
      Path file, Recognizer recognizer, Recognition heard, @Nullable String name, Deadline deadline)
      throws IOException {
    if (heard.duration() > Explainer.MOST_SECONDS) {
      return Reasons.none(
          "only recordings of up to %.0f s can be explained, this one lasts %.0f s"
              .formatted(Explainer.MOST_SECONDS, heard.duration()));
    }
    Waveform clip = Audio.read(file, reading, warning -> {});
    try {
      return Reasons.of(
          new Explainer(recognizer)
              .explain(
                  clip,
                  heard.best().label(),
                  (done, all) -> {
                    deadline.check();
                    board.write(name, Progress.Stage.EXPLAINING, (double) done / all);
                  }));
    } catch (IllegalArgumentException e) {
      return Reasons.none(String.valueOf(e.getMessage()));
    }
  }

  private static String unnamed(String text, Path file) {
    return text.replace(file.toString(), NAME);
  }

  private static List<String> unnamed(List<String> texts, Path file) {
    return texts.stream().map(text -> unnamed(text, file)).toList();
  }

  private static Recognition unnamed(Recognition heard, Path file) {
    return new Recognition(
        heard.scores(),
        heard.certain(),
        heard.duration(),
        unnamed(heard.warnings(), file),
        heard.quality(),
        heard.model(),
        heard.timings());
  }

  private static Timeline unnamed(Timeline heard, Path file) {
    return new Timeline(
        heard.classes(),
        heard.duration(),
        heard.settings(),
        heard.speech(),
        heard.windows(),
        heard.segments(),
        heard.quality(),
        unnamed(heard.warnings(), file),
        heard.model());
  }
}
