package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.emotone.server.problem.ProblemException;
import org.emotone.timeline.TimelineSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to know of a recording.
 *
 * @param model the name of a model; null for the default
 * @param timeline whether to say which emotion is heard when
 * @param top how many classes to name, 0 for all, to 256
 * @param explain whether to say why
 * @param view the classes of the answer
 * @param settings how the timeline is cut and smoothed
 * @param plots pictures to put into the answer
 * @param store whether the answer becomes part of the history
 * @param name what the client calls the recording; null if it does not say
 * @param progress by what name the client asks how far it is; null if it will not
 */
public record RecognitionOptions(
    @Nullable String model,
    boolean timeline,
    int top,
    boolean explain,
    ClassView view,
    TimelineSettings settings,
    Set<PictureKind> plots,
    boolean store,
    @Nullable String name,
    @Nullable String progress) {

  /** Only the answer for the whole recording, stored. */
  public static final RecognitionOptions DEFAULT =
      of(null, null, null, null, null, null, null, null, null, null, null, null);

  private static final int LONGEST_NAME = 200;
  private static final Pattern PROGRESS = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  /** Checks the ranges. */
  public RecognitionOptions {
    plots = Set.copyOf(plots);
    if (top < 0 || top > 256) {
      throw new IllegalArgumentException("top must be from 0 to 256, was " + top);
    }
    if (name != null && name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name must have at most 200 characters, has " + name.length());
    }
    if (progress != null && !PROGRESS.matcher(progress).matches()) {
      throw new IllegalArgumentException("progress must be 16 to 64 letters, digits, _ and -");
    }
  }

  /** With defaults for what is missing, as clients send it. */
  @JsonCreator
  static RecognitionOptions of(
      @JsonProperty("model") @Nullable String model,
      @JsonProperty("timeline") @Nullable Boolean timeline,
      @JsonProperty("top") @Nullable Integer top,
      @JsonProperty("explain") @Nullable Boolean explain,
      @JsonProperty("view") @Nullable ClassView view,
      @JsonProperty("window") @Nullable Double window,
      @JsonProperty("step") @Nullable Double step,
      @JsonProperty("stickiness") @Nullable Double stickiness,
      @JsonProperty("plots") @Nullable List<PictureKind> plots,
      @JsonProperty("store") @Nullable Boolean store,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("progress") @Nullable String progress) {
    return new RecognitionOptions(
        model,
        timeline != null && timeline,
        top == null ? 0 : top,
        explain != null && explain,
        view == null ? ClassView.MODEL : view,
        settings(window, step, stickiness),
        plots == null ? Set.of() : Set.copyOf(plots),
        store == null || store,
        name,
        progress);
  }

  /**
   * How speech is cut and smoothed, with defaults for what is missing.
   *
   * @throws IllegalArgumentException naming the value out of its range
   */
  public static TimelineSettings settings(
      @Nullable Double window, @Nullable Double step, @Nullable Double stickiness) {
    TimelineSettings usual = TimelineSettings.DEFAULT;
    double length = window == null ? usual.windowSeconds() : window;
    double next = step == null ? Math.min(length, usual.stepSeconds()) : step;
    double sticky = stickiness == null ? usual.stickiness() : stickiness;
    try {
      return new TimelineSettings(length, next, sticky);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          message.replace("windowSeconds", "window").replace("stepSeconds", "step"), e);
    }
  }

  /**
   * Reads options from a JSON object.
   *
   * @throws ProblemException if a field is unknown, misspelt or out of its range
   */
  public static RecognitionOptions fromJson(String json) {
    return StrictBodies.read("options", json, RecognitionOptions.class);
  }
}
