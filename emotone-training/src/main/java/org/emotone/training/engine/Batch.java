package org.emotone.training.engine;

/**
 * Examples of one training step.
 *
 * @param features {@code [size][frames][coefficients]}
 * @param targets {@code [size][classes]}, the share of each class, times the weight of the class
 * @param size number of examples
 */
record Batch(float[] features, float[] targets, int size) {}
