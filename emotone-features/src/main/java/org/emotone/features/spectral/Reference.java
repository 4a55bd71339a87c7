package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What 0 dB means. */
public enum Reference {
  /** A power of 1: a clip's values do not depend on what follows in it, so a stream can have it. */
  @JsonProperty("fixed")
  FIXED,
  /**
   * The clip's own largest power. A stream, which does not know the rest of its clip, then differs
   * from a file.
   */
  @JsonProperty("clipMaximum")
  CLIP_MAXIMUM
}
