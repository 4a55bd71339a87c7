package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Zeroes values at random while training (Srivastava et al., 2014).
 *
 * @param rate probability of being zeroed, in 0 … 1, 1 excluded
 */
public record Dropout(@JsonProperty(required = true) double rate) implements Layer {

  /** Checks the range. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be in [0, 1), was " + rate);
    }
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.dropout(input, rate, false);
  }
}
