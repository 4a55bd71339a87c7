package org.emotone.report.embedding;

/**
 * Points in a plane.
 *
 * @param xs one for each point
 * @param ys as many
 */
public record Plane(double[] xs, double[] ys) {}
