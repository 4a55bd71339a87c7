package org.emotone.training.engine;

/**
 * Examples of one training step.
 *
 * @param features {@code [size][frames][coefficients]}
 * @param targets {@code [size][outputs]}, the share of each class, times the weight of the class,
 *     and the same for each further task
 * @param size number of examples
 */
record Batch(float[] features, float[] targets, int size) {}
