package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gated recurrent units (Cho et al., 2014; with the reset gate after the recurrent product, as
 * cuDNN and PyTorch) over time, {@code [b][c][t]} to {@code [b][units][t]}, twice the units when
 * bidirectional. All parameters are drawn as PyTorch draws them: uniform in ±1 / √units.
 *
 * @param units size of the state
 * @param layers how many are stacked
 * @param bidirectional whether a second one runs from the end to the start, its states after those
 *     of the first
 * @param dropout probability of dropout between stacked layers
 * @param sequences whether every state is given; otherwise the last of each direction alone, {@code
 *     [b][units]}
 */
public record Gru(int units, int layers, boolean bidirectional, double dropout, boolean sequences)
    implements Layer {

  /** Checks the ranges. */
  public Gru {
    Recurrence.check(units, layers, dropout);
  }

  /** With what was left out (null) filled in: one layer, forward, no dropout, every state. */
  @JsonCreator
  public static Gru of(
      @JsonProperty(value = "units", required = true) int units,
      @JsonProperty("layers") @Nullable Integer layers,
      @JsonProperty("bidirectional") @Nullable Boolean bidirectional,
      @JsonProperty("dropout") @Nullable Double dropout,
      @JsonProperty("sequences") @Nullable Boolean sequences) {
    return new Gru(
        units,
        layers == null ? 1 : layers,
        bidirectional != null && bidirectional,
        dropout == null ? 0 : dropout,
        sequences == null || sequences);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Recurrence recurrence =
        new Recurrence(Sequences.Cell.GRU, units, layers, bidirectional, dropout, sequences, 0);
    return recurrence.forward(operations, scope, input);
  }
}
