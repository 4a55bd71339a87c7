package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997) over time, {@code [b][c][t]} to {@code
 * [b][units][t]}, twice the units when bidirectional. All parameters are drawn as PyTorch draws
 * them, uniform in ±1 / √units, but for what is added to the bias of the forget gate.
 *
 * @param units size of the state
 * @param layers how many are stacked
 * @param bidirectional whether a second one runs from the end to the start, its states after those
 *     of the first
 * @param dropout probability of dropout between stacked layers
 * @param sequences whether every state is given; otherwise the last of each direction alone, {@code
 *     [b][units]}
 * @param forgetBias what is added to the first bias of the forget gate: 1, as in Keras, lets a
 *     network remember from the start (Gers et al., 2000; Jozefowicz et al., 2015), 0 is PyTorch's
 */
public record Lstm(
    int units,
    int layers,
    boolean bidirectional,
    double dropout,
    boolean sequences,
    double forgetBias)
    implements Layer {
  private static final int MOST_FORGET_BIAS = 10;

  /** Checks the ranges. */
  public Lstm {
    Recurrence.check(units, layers, dropout);
    if (!(Math.abs(forgetBias) <= MOST_FORGET_BIAS)) {
      throw new IllegalArgumentException(
          "forgetBias must be from -%d to %d, not %s"
              .formatted(MOST_FORGET_BIAS, MOST_FORGET_BIAS, forgetBias));
    }
  }

  /**
   * With what was left out (null) filled in: one layer, forward, no dropout, every state, nothing
   * added to a bias.
   */
  @JsonCreator
  public static Lstm of(
      @JsonProperty(value = "units", required = true) int units,
      @JsonProperty("layers") @Nullable Integer layers,
      @JsonProperty("bidirectional") @Nullable Boolean bidirectional,
      @JsonProperty("dropout") @Nullable Double dropout,
      @JsonProperty("sequences") @Nullable Boolean sequences,
      @JsonProperty("forgetBias") @Nullable Double forgetBias) {
    return new Lstm(
        units,
        layers == null ? 1 : layers,
        bidirectional != null && bidirectional,
        dropout == null ? 0 : dropout,
        sequences == null || sequences,
        forgetBias == null ? 0 : forgetBias);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Recurrence recurrence =
        new Recurrence(
            Sequences.Cell.LSTM, units, layers, bidirectional, dropout, sequences, forgetBias);
    return recurrence.forward(operations, scope, input);
  }
}
