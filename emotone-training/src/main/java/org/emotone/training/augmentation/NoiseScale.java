package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;

/** What an amplitude of noise is a share of. */
public enum NoiseScale {
  /** Full scale: an amplitude of 1. */
  @JsonProperty("fullScale")
  FULL_SCALE("full scale"),
  /** The clip's largest amplitude. */
  @JsonProperty("peak")
  PEAK("the peak"),
  /** The root of the clip's mean square. */
  @JsonProperty("rms")
  RMS("the RMS");

  private final String words;

  NoiseScale(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The amplitude in a clip. */
  double in(Waveform clip) {
    return switch (this) {
      case FULL_SCALE -> 1;
      case PEAK -> Math.pow(10, Level.of(clip).peakDb() / 20);
      case RMS -> Math.pow(10, Level.of(clip).rmsDb() / 20);
    };
  }
}
