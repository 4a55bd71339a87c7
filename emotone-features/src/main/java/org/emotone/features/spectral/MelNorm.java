package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the triangles of a mel filter bank are scaled. */
public enum MelNorm {
  /** Each triangle has unit area over Hz: librosa's {@code norm="slaney"}. */
  @JsonProperty("area")
  AREA,
  /** Each triangle has unit height: librosa's {@code norm=None}, HTK's convention. */
  @JsonProperty("none")
  NONE
}
