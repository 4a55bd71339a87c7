package org.emotone.network;

/**
 * Operations along time, and on the lengths of clips that share a batch.
 *
 * @param <T> what stands for a tensor
 */
public interface Sequences<T> {

  /** Recurrent cells; gates are stacked in the order given. */
  enum Cell {
    /** Long short-term memory (Hochreiter and Schmidhuber, 1997): input, forget, cell, output. */
    LSTM(4),
    /**
     * Gated recurrent unit (Cho et al., 2014): reset, update, new; the reset gate is applied after
     * the recurrent product, as cuDNN and PyTorch do.
     */
    GRU(3);

    private final int gates;

    Cell(int gates) {
      this.gates = gates;
    }

    /** Number of gates, the candidate included. */
    public int gates() {
      return gates;
    }
  }

  /**
   * Runs a recurrent cell from a state of zeros over {@code [batch][time][in]}.
   *
   * @param inputWeight {@code [gates · units][in]}
   * @param recurrentWeight {@code [gates · units][units]}
   * @param inputBias {@code [gates · units]}
   * @param recurrentBias {@code [gates · units]}
   * @return the state after each step, {@code [batch][time][units]}
   */
  T recurrent(T x, Cell cell, T inputWeight, T recurrentWeight, T inputBias, T recurrentBias);

  /** Reverses {@code [batch][time][…]} in time. */
  T reverse(T x);

  /** Reverses the first {@code lengths} steps of {@code [batch][time][…]}; the others stay. */
  T reverseWithin(T x, T lengths);

  /** The numbers 0, 1, 2 … to the extent of a dimension of {@code like}, as {@code [extent]}. */
  T positions(T like, int dimension);

  /**
   * Smooths {@code [batch][channels][time]} in time: {@code y₀ = x₀} and {@code yₜ = (1 − w) · yₜ₋₁
   * + w · xₜ}.
   *
   * @param weight w, {@code [channels]}, in 0 … 1
   */
  T smooth(T x, T weight);

  /**
   * Overwrites what lies beyond the length of its clip.
   *
   * @param lengths {@code [batch]}
   * @param dimension the one that is time
   */
  T fill(T x, T lengths, int dimension, double value);

  /** {@code ⌊(lengths · factor + offset) / divisor⌋}, what a window makes of lengths. */
  T rescale(T lengths, long factor, long offset, long divisor);
}
