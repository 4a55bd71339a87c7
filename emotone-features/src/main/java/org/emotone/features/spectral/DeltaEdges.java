package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How differences over time are taken at both ends of a clip, where neighbours are missing. */
public enum DeltaEdges {
  /**
   * From the polynomial that fits the first (last) whole window: librosa's {@code mode="interp"}. A
   * clip shorter than the window, which librosa refuses, is taken as {@link #NEAREST}.
   */
  @JsonProperty("interpolate")
  INTERPOLATE,
  /** The first and the last frame stand in for those before and after: HTK's and Kaldi's way. */
  @JsonProperty("nearest")
  NEAREST
}
