package org.emotone.network;

/**
 * What training holds against the size of a weight.
 *
 * @param l1 weight of the sum of absolute values in the loss, at least 0
 * @param l2 weight of the sum of squares in the loss, at least 0 (Keras' convention: not halved)
 * @param maxNorm greatest Euclidean norm of the weights that lead into one unit, all dimensions but
 *     {@link Parameter#unitDimension}, to which they are scaled down after each step (Srivastava et
 *     al., 2014); 0 for no limit
 */
public record Penalty(double l1, double l2, double maxNorm) {

  /** Nothing. */
  public static final Penalty NONE = new Penalty(0, 0, 0);

  private static final double MOST = 1e6;

  /** Checks the ranges. */
  public Penalty {
    check("l1", l1);
    check("l2", l2);
    check("maxNorm", maxNorm);
  }

  private static void check(String field, double value) {
    if (!(value >= 0 && value <= MOST)) {
      throw new IllegalArgumentException(field + " must be in [0, " + MOST + "], was " + value);
    }
  }
}
