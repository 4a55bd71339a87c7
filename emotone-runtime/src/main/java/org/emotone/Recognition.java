package org.emotone;

import java.util.List;
import java.util.Objects;
import org.emotone.audio.signal.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What a model makes of a clip. Two are equal if they say the same, whatever they took.
 *
 * @param scores every class of the model, the most probable first; the probabilities sum to 1
 * @param certain whether the answer may be shown as such: false if the best probability is below
 *     the model's threshold, if the clip is unlike anything the model was trained on, or if there
 *     is nothing to hear
 * @param duration length of the clip in seconds
 * @param warnings what about the clip speaks against trusting the answer, in plain words
 * @param quality what was measured of the clip
 * @param model name and id of the model, such as {@code default@0c5f1e7a92d4}
 * @param timings what it took
 */
public record Recognition(
    List<Score> scores,
    boolean certain,
    double duration,
    List<String> warnings,
    Quality quality,
    String model,
    Timings timings) {

  /** The warning of a clip that is unlike anything the model was trained on. */
  static final String STRANGE = "unlike anything the model was trained on";

  /** Takes copies of the lists. */
  public Recognition {
    scores = List.copyOf(scores);
    warnings = List.copyOf(warnings);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("a recognition needs at least one score");
    }
  }

  /** The most probable class. */
  public Score best() {
    return scores.get(0);
  }

  /** Whether the clip is like what the model was trained on, as far as the model knows. */
  public boolean familiar() {
    return !warnings.contains(STRANGE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recognition that
        && scores.equals(that.scores)
        && certain == that.certain
        && duration == that.duration
        && warnings.equals(that.warnings)
        && quality.equals(that.quality)
        && model.equals(that.model);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scores, certain, duration, warnings, quality, model);
  }
}
