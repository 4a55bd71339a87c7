package org.emotone.cli;

import org.emotone.timeline.TimelineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how speech is cut into windows and how these are smoothed. */
final class TimelineTuning {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      description = "Length of a window of the timeline, 0.5 to 30 (default: 2).")
  private @Nullable Double window;

  @Option(
      names = "--step",
      paramLabel = "SECONDS",
      description = "From one window to the next, 0.1 to the length of a window (default: 1).")
  private @Nullable Double step;

  @Option(
      names = "--stickiness",
      paramLabel = "P",
      description = {
        "How likely an emotion is to last for another second, 0 (each window by itself) to less "
            + "than 1 (default: 0.3)."
      })
  private @Nullable Double stickiness;

  /** Whether any of them was given. */
  boolean given() {
    return window != null || step != null || stickiness != null;
  }

  /** What they say, with the default where they say nothing. */
  TimelineSettings settings() {
    TimelineSettings usual = TimelineSettings.DEFAULT;
    double length = window == null ? usual.windowSeconds() : window;
    try {
      return new TimelineSettings(
          length,
          step == null ? Math.min(length, usual.stepSeconds()) : step,
          stickiness == null ? usual.stickiness() : stickiness);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          String.valueOf(e.getMessage())
              .replace("windowSeconds", "--window")
              .replace("stepSeconds", "--step")
              .replace("stickiness", "--stickiness"),
          e);
    }
  }
}
