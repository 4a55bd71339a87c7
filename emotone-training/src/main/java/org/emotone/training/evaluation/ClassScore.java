package org.emotone.training.evaluation;

/**
 * How well one class was recognised. A figure whose denominator is zero is 0.
 *
 * @param label the class
 * @param precision share of the answers "this class" that are right
 * @param recall share of this class' clips that were found
 * @param f1 harmonic mean of both
 * @param support number of this class' clips
 */
public record ClassScore(String label, double precision, double recall, double f1, int support) {}
