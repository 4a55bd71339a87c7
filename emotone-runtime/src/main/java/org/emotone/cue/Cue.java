package org.emotone.cue;

/** One of the things that a listener would name first of a voice. */
public enum Cue {
  /** Median pitch of the voiced frames, in semitones above 27.5 Hz. */
  PITCH("pitch", "st", "raised pitch", "lowered pitch", 1),
  /** Mean power of the voiced frames, in dB relative to full scale. */
  ENERGY("energy", "dB", "more energy", "less energy", 2),
  /** Syllable-like peaks of the intensity for each second of speech. */
  RATE("rate", "peaks/s", "faster speech", "slower speech", 0.5),
  /**
   * Power from 1 to 5 kHz above that from 50 Hz to 1 kHz in the voiced frames, in dB: more where a
   * voice is tense or loud.
   */
  TILT("tilt", "dB above 1 kHz", "a brighter sound", "a duller sound", 2);

  private final String id;
  private final String unit;
  private final String more;
  private final String less;
  private final double leastDeviation;

  Cue(String id, String unit, String more, String less, double leastDeviation) {
    this.id = id;
    this.unit = unit;
    this.more = more;
    this.less = less;
    this.leastDeviation = leastDeviation;
  }

  /** The name as it stands in files: one lower-case word. */
  public String id() {
    return id;
  }

  /** The unit of a difference. */
  public String unit() {
    return unit;
  }

  /**
   * What its standard deviation is taken to be at least, in its unit: a single voice in three clips
   * hardly varies.
   */
  double leastDeviation() {
    return leastDeviation;
  }

  /** What a difference is called: more than usual, or less. */
  String words(double difference) {
    return difference >= 0 ? more : less;
  }
}
