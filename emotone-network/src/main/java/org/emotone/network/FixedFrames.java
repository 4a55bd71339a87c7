package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * States that features {@code [b][frames][coefficients]} always have the same number of frames, so
 * that later layers may {@link Flatten} time; the network then takes no other length. The front-end
 * must give it: {@code length: {minFrames: n, maxFrames: n}}.
 *
 * @param frames the number
 */
public record FixedFrames(@JsonProperty(required = true) int frames) implements Layer {

  /** Checks the size. */
  public FixedFrames {
    Windows.atLeast("frames", frames, 1);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 3);
    return operations.fixed(input, 1, frames);
  }
}
