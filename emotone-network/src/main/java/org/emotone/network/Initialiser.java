package org.emotone.network;

/** How the first values of a parameter are drawn. */
public enum Initialiser {
  /** All zero. */
  ZEROS,
  /** All one. */
  ONES,
  /**
   * Normal with deviation √(2 / fan-in), for weights before a rectifier (He et al., 2015). Fan-in
   * is the product of all extents but the first.
   */
  HE_NORMAL,
  /**
   * Uniform in ±√(6 / (fan-in + fan-out)) (Glorot and Bengio, 2010). Fan-in is the product of all
   * extents but the first, fan-out that of all but the second.
   */
  GLOROT_UNIFORM,
  /** Uniform in ±1 / √fan-in, PyTorch's default for weights and biases. */
  FAN_IN_UNIFORM
}
