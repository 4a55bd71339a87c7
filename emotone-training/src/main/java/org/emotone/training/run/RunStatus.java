package org.emotone.training.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.emotone.features.StrictJson;
import org.emotone.training.engine.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands; {@code run.json}.
 *
 * @param state as it was written: of a process that was killed it still says {@code running}; see
 *     {@link #now()}
 * @param reason why it failed, in one line; null if it did not
 * @param began when the run began, such as {@code 2026-01-31T12:00:00Z}; resuming does not change
 *     it
 * @param changed when this was written
 * @param process number of the process that works on it, or did
 * @param processBegan when that process began, null if the system does not say; numbers of
 *     processes come again
 * @param parameters how many values are learned; 0 until that is known
 * @param split how training, validation and test were kept apart, in words; null until the corpora
 *     have been read
 * @param overlap what training and test share, in words; null likewise
 * @param bestEpoch the epoch that was kept, from 1; 0 until the run is finished
 * @param temperature that calibrates the model; null until the run is finished
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunStatus(
    @JsonProperty(required = true) State state,
    @Nullable String reason,
    @JsonProperty(required = true) String began,
    @JsonProperty(required = true) String changed,
    long process,
    @Nullable String processBegan,
    long parameters,
    @Nullable String split,
    @Nullable String overlap,
    int bestEpoch,
    @Nullable Double temperature) {

  /** How a run stands. */
  public enum State {
    /** A process works on it. */
    @JsonProperty("running")
    RUNNING,
    /** It was stopped, or its process was killed; it can be resumed. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    /** It ended with an error; it can be resumed once that has been remedied. */
    @JsonProperty("failed")
    FAILED,
    /** It came to its end: there is a model. */
    @JsonProperty("finished")
    FINISHED;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A run that this process begins. */
  static RunStatus beginning(String now) {
    return new RunStatus(
        State.RUNNING,
        null,
        now,
        now,
        ProcessHandle.current().pid(),
        begin(ProcessHandle.current()),
        0,
        null,
        null,
        0,
        null);
  }

  /** The same run, worked on by this process again. */
  RunStatus resumed(String now) {
    return new RunStatus(
        State.RUNNING,
        null,
        began,
        now,
        ProcessHandle.current().pid(),
        begin(ProcessHandle.current()),
        parameters,
        split,
        overlap,
        bestEpoch,
        temperature);
  }

  /** The same run, its clips divided. */
  RunStatus divided(String now, String words, String shared) {
    return new RunStatus(
        state,
        reason,
        began,
        now,
        process,
        processBegan,
        parameters,
        words,
        shared,
        bestEpoch,
        temperature);
  }

  /** The same run, its network built. */
  RunStatus built(String now, long size) {
    return new RunStatus(
        state,
        reason,
        began,
        now,
        process,
        processBegan,
        size,
        split,
        overlap,
        bestEpoch,
        temperature);
  }

  /** The same run, no longer worked on. */
  RunStatus ended(String now, State end, @Nullable String why) {
    return new RunStatus(
        end,
        why,
        began,
        now,
        process,
        processBegan,
        parameters,
        split,
        overlap,
        bestEpoch,
        temperature);
  }

  /** The same run at its end. */
  RunStatus finished(String now, int best, double calibration) {
    return new RunStatus(
        State.FINISHED,
        null,
        began,
        now,
        process,
        processBegan,
        parameters,
        split,
        overlap,
        best,
        calibration);
  }

  /** How it stands now: one whose process is gone was interrupted. */
  public State now() {
    return state == State.RUNNING && !alive() ? State.INTERRUPTED : state;
  }

  private boolean alive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(own -> processBegan == null || Objects.equals(begin(own), processBegan))
        .isPresent();
  }

  private static @Nullable String begin(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse(null);
  }

  void write(Path file) throws IOException {
    RunFolder.write(file, StrictJson.writeIndented(this));
  }

  /**
   * Reads what was written.
   *
   * @throws TrainingException if it is something else, in one line
   */
  public static RunStatus read(Path file) throws IOException {
    try {
      return StrictJson.read(file.toString(), Files.readString(file), RunStatus.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }
}
