package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Over what length a window's period runs; libraries differ by one sample. */
public enum WindowSymmetry {
  /** The period is the length, so that the next window's first sample follows: librosa, torch. */
  @JsonProperty("periodic")
  PERIODIC,
  /** The period is the length less one, so that both ends are alike: Kaldi, openSMILE, HTK. */
  @JsonProperty("symmetric")
  SYMMETRIC
}
