package org.emotone.training.engine;

/**
 * Examples for a network that answers every frame; all in row-major order.
 *
 * @param size examples
 * @param frames of each
 * @param features {@code [size][frames][coefficients]}
 * @param scales {@code [size][outputs][frames]}, what {@link SequenceLoss#DISTORTION} multiplies
 *     each answer with; empty for another loss
 * @param targets {@code [size][outputs][frames]}
 * @param rests {@code [size]}, an error that no answer can undo, for the same loss; else empty
 */
public record SequenceBatch(
    int size, int frames, float[] features, float[] scales, float[] targets, float[] rests) {}
