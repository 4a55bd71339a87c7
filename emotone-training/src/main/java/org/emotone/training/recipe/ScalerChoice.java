package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.emotone.features.scaling.ScalerKind;
import org.jspecify.annotations.Nullable;

/**
 * How a recipe scales each coefficient of its features; the {@code scaler} section. What it takes
 * is fitted on the training clips and travels in the front-end of the model.
 *
 * @param kind by what; standard when left out
 * @param per whose statistics scale; those of the training when left out
 * @param clip if not null, how many spreads from the centre a value is at most, 1 to 1000; what
 *     lies farther out counts as that
 * @param pca if not null, the share of the variance, 0.01 to 1, that as few principal components as
 *     possible explain, which take the place of the coefficients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"kind", "per", "clip", "pca"})
public record ScalerChoice(
    ScalerKind kind, Whose per, @Nullable Double clip, @Nullable Double pca) {

  /** Whose statistics scale. */
  public enum Whose {
    /** Those of all training clips together: what a clip of an unknown speaker can have. */
    @JsonProperty("training")
    TRAINING,
    /**
     * Those of the clips of the same speaker, in training, validation and test alike, without their
     * labels. A single clip of an unknown speaker cannot have that: the model that comes of it
     * scales by the training, and does worse than its figures say.
     */
    @JsonProperty("speaker")
    SPEAKER
  }

  /** Checks the ranges. */
  public ScalerChoice {
    if (clip != null) {
      Bounds.check("clip", clip, 1, 1000);
    }
    if (pca != null) {
      Bounds.check("pca", pca, 0.01, 1);
    }
  }

  /** Fills in what is left out (null). */
  @JsonCreator
  public static ScalerChoice of(
      @JsonProperty("kind") @Nullable ScalerKind kind,
      @JsonProperty("per") @Nullable Whose per,
      @JsonProperty("clip") @Nullable Double clip,
      @JsonProperty("pca") @Nullable Double pca) {
    return new ScalerChoice(
        kind == null ? ScalerKind.STANDARD : kind, per == null ? Whose.TRAINING : per, clip, pca);
  }
}
