package org.emotone.training.robustness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model makes of sounds that it should not be sure about.
 *
 * @param words what they are
 * @param sounds how many were heard
 * @param certain share of them that was answered as certain all the same, 0 … 1
 * @param strange share of them that was found unlike anything the model was trained on, 0 … 1
 * @param byGuard how well their strangeness tells them from the clips as recorded: the area under
 *     the ROC curve, 0.5 for guessing; null where the model has no guard
 * @param byConfidence how well a lack of confidence does that
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StrangeScore(
    String words,
    int sounds,
    double certain,
    double strange,
    @Nullable Double byGuard,
    double byConfidence) {

  /**
   * What was answered to one sound.
   *
   * @param confidence probability of the answer
   * @param strangeness null where the model has no guard
   */
  record Reply(
      boolean certain, boolean familiar, double confidence, @Nullable Double strangeness) {}

  /** Measures the sounds of one sort against the clips as recorded. */
  static StrangeScore of(String words, List<Reply> clips, List<Reply> sounds) {
    double certain = sounds.stream().filter(Reply::certain).count();
    double strange = sounds.stream().filter(reply -> !reply.familiar()).count();
    boolean guarded = clips.stream().noneMatch(reply -> reply.strangeness() == null);
    return new StrangeScore(
        words,
        sounds.size(),
        certain / sounds.size(),
        strange / sounds.size(),
        guarded ? area(strangeness(clips), strangeness(sounds)) : null,
        area(doubts(clips), doubts(sounds)));
  }

  private static double[] strangeness(List<Reply> replies) {
    return replies.stream()
        .mapToDouble(reply -> reply.strangeness() == null ? 0 : reply.strangeness())
        .toArray();
  }

  private static double[] doubts(List<Reply> replies) {
    return replies.stream().mapToDouble(reply -> 1 - reply.confidence()).toArray();
  }

  /** The probability that a higher value is found outside than inside; equals count half. */
  private static double area(double[] inside, double[] outside) {
    double sum = 0;
    for (double other : outside) {
      for (double own : inside) {
        sum += other > own ? 1 : other == own ? 0.5 : 0;
      }
    }
    return sum / ((double) inside.length * outside.length);
  }
}
