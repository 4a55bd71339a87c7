package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Zeroes whole channels of {@code [b][c][…]} at random while training (Tompson et al., 2015), since
 * neighbouring values of a channel say much the same.
 *
 * @param rate probability of being zeroed, in 0 … 1, 1 excluded
 */
public record SpatialDropout(@JsonProperty(required = true) double rate) implements Layer {

  /** Checks the range. */
  public SpatialDropout {
    new Dropout(rate);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRankAtLeast(operations.shape(input), 3);
    return operations.dropout(input, rate, true);
  }
}
