package org.emotone.features.kaldi;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Kaldi does at both ends of a clip, its option {@code snip-edges}. */
public enum SnipEdges {
  /** Only whole frames count, Kaldi's default. A clip shorter than a frame has none. */
  @JsonProperty("snip")
  SNIP,
  /** As many frames as hops fit, rounded; the clip is mirrored at its ends. */
  @JsonProperty("mirror")
  MIRROR
}
