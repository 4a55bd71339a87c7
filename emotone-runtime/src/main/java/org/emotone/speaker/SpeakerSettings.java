package org.emotone.speaker;

import org.jspecify.annotations.Nullable;

/**
 * How voices are told apart.
 *
 * @param windowSeconds how much speech is taken for one embedding, 0.5 to 10 s; a shorter stretch
 *     of speech is taken as it is
 * @param stepSeconds from one window to the next within a stretch of speech, 0.1 s to the length of
 *     a window
 * @param threshold groups whose mean cosine distance is above this are different speakers, 0 to 2;
 *     what decides where the number of speakers is not given
 * @param speakers how many speakers there are, 1 to 100, or null to find out
 */
public record SpeakerSettings(
    double windowSeconds, double stepSeconds, double threshold, @Nullable Integer speakers) {

  /**
   * Windows of 1.5 s every 0.5 s. The threshold is the best of those tried on concatenated clips of
   * speakers who are neither in the training nor in the test (docs/diarisation.md).
   */
  public static final SpeakerSettings DEFAULT = new SpeakerSettings(1.5, 0.5, 0.75, null);

  /** Checks the ranges. */
  public SpeakerSettings {
    check("windowSeconds", windowSeconds, 0.5, 10);
    check("stepSeconds", stepSeconds, 0.1, windowSeconds);
    check("threshold", threshold, 0, 2);
    if (speakers != null) {
      check("speakers", speakers, 1, 100);
    }
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(name, least, most, value));
    }
  }

  /** The same for a known number of speakers, or null to find it out. */
  public SpeakerSettings withSpeakers(@Nullable Integer count) {
    return new SpeakerSettings(windowSeconds, stepSeconds, threshold, count);
  }

  /** The same with another threshold. */
  public SpeakerSettings withThreshold(double other) {
    return new SpeakerSettings(windowSeconds, stepSeconds, other, speakers);
  }
}
