package org.emotone.training.engine;

/**
 * Examples of one training step.
 *
 * @param features {@code [size][frames][coefficients]}
 * @param targets {@code [size][outputs]}, the share of each class, times the weight of the class,
 *     and the same for each further task
 * @param size number of examples
 * @param lengths the frames of each example, behind which there is padding; empty where there is
 *     none
 */
record Batch(float[] features, float[] targets, int size, int[] lengths) {

  /** Examples of one length. */
  Batch(float[] features, float[] targets, int size) {
    this(features, targets, size, new int[0]);
  }
}
