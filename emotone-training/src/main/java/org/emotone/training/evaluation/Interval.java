package org.emotone.training.evaluation;

/**
 * A confidence interval.
 *
 * @param lower lower end
 * @param upper upper end
 * @param level probability that it claims, such as 0.95
 * @param method how it was obtained, in words
 */
public record Interval(double lower, double upper, double level, String method) {}
