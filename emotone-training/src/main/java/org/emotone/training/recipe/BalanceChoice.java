package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.Balance;
import org.jspecify.annotations.Nullable;

/**
 * How many clips take part, drawn by the recipe's seed before they are divided: the test becomes
 * smaller, too. To even out the training alone use {@code training.sampling} or {@code
 * training.classWeights}; the {@code balance} section.
 *
 * @param clipsPerSpeaker most clips of every speaker, 0 for all
 * @param clipsPerClass most clips of every class, 0 for all
 * @param even whether every class is cut down to the size of the smallest
 */
@JsonPropertyOrder({"clipsPerSpeaker", "clipsPerClass", "even"})
public record BalanceChoice(int clipsPerSpeaker, int clipsPerClass, boolean even) {

  /** All clips. */
  public static final BalanceChoice NONE = new BalanceChoice(0, 0, false);

  /** Checks the ranges. */
  public BalanceChoice {
    if (clipsPerSpeaker < 0) {
      throw new IllegalArgumentException(
          "clipsPerSpeaker must be at least 0, was " + clipsPerSpeaker);
    }
    if (clipsPerClass < 0) {
      throw new IllegalArgumentException("clipsPerClass must be at least 0, was " + clipsPerClass);
    }
  }

  /** With everything that is left out as in {@link #NONE}. */
  @JsonCreator
  public static BalanceChoice of(
      @JsonProperty("clipsPerSpeaker") @Nullable Integer clipsPerSpeaker,
      @JsonProperty("clipsPerClass") @Nullable Integer clipsPerClass,
      @JsonProperty("even") @Nullable Boolean even) {
    return new BalanceChoice(
        clipsPerSpeaker == null ? 0 : clipsPerSpeaker,
        clipsPerClass == null ? 0 : clipsPerClass,
        even != null && even);
  }

  /** The clips that take part, of those that have a class; first the speakers are limited. */
  public List<Utterance> apply(List<Utterance> clips, LabelScheme scheme, long seed) {
    List<Utterance> kept = clips;
    if (clipsPerSpeaker > 0) {
      kept = Balance.limitPerSpeaker(kept, clipsPerSpeaker, seed);
    }
    if (clipsPerClass > 0) {
      kept = Balance.limitPerClass(kept, scheme, clipsPerClass, seed);
    }
    return even ? Balance.byClass(kept, scheme, seed) : kept;
  }
}
