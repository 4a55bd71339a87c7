package org.emotone.training.adapt;

/**
 * A clip that a model is adapted by.
 *
 * @param embedding what goes into the network's last dense layer; empty for a model that has none.
 *     Not copied
 * @param logits what the model makes of the clip, one for each class; any constant may be added to
 *     all of them. Not copied
 * @param label the index of its class
 */
public record AdaptationClip(float[] embedding, double[] logits, int label) {

  /** Checks the label. */
  public AdaptationClip {
    if (label < 0 || label >= logits.length) {
      throw new IllegalArgumentException(
          "label must be one of " + logits.length + " classes, was " + label);
    }
  }
}
