package org.emotone.corpus.split;

import com.fasterxml.jackson.annotation.JsonValue;

/** How training and test clips were kept apart, which every figure must say. */
public enum Protocol {
  /** Single clips drawn at random: speakers and sentences are shared. */
  RANDOM("random"),
  /** All versions of an original recording stay on one side; speakers are shared. */
  BY_RECORDING("byRecording"),
  /** Whole speakers are held out. */
  SPEAKER_INDEPENDENT("speakerIndependent"),
  /** One speaker is held out, each in turn. */
  LEAVE_ONE_SPEAKER_OUT("leaveOneSpeakerOut"),
  /** Whole corpora are held out. */
  CROSS_CORPUS("crossCorpus"),
  /** Whole sentences are held out; speakers are shared. */
  SENTENCE_OPEN("sentenceOpen"),
  /** A published list; whether it shares speakers, its {@link Overlap} says. */
  FIXED("fixed"),
  /** Nothing is held out for a test. */
  ALL_TRAINING("allTraining");

  private final String id;

  Protocol(String id) {
    this.id = id;
  }

  /** The name as it stands in recipes and manifests. */
  @JsonValue
  public String id() {
    return id;
  }

  /** The name for people, such as {@code leave one speaker out}. */
  public String words() {
    return switch (this) {
      case RANDOM -> "random split";
      case BY_RECORDING -> "split by recording";
      case SPEAKER_INDEPENDENT -> "speaker-independent split";
      case LEAVE_ONE_SPEAKER_OUT -> "leave one speaker out";
      case CROSS_CORPUS -> "cross-corpus";
      case SENTENCE_OPEN -> "sentence-open split";
      case FIXED -> "fixed list";
      case ALL_TRAINING -> "all clips for training";
    };
  }
}
