package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A picture of a recording over time that is made of its sound. */
public enum PictureKind {
  /** Power over frequency, from 0 Hz to half the rate. */
  @JsonProperty("spectrogram")
  SPECTROGRAM,

  /** Power in mel bands, as the models hear it. */
  @JsonProperty("mel")
  MEL,

  /** Mel cepstra. */
  @JsonProperty("mfcc")
  MFCC;

  /** The name by which clients choose it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
