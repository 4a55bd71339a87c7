package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;

/** Two sides of a split that should have nothing in common. */
public enum Sides {
  /** What a network learns from (training and validation), and the test. */
  LEARNED_AND_TEST("learnedAndTest", Severity.ERROR, "training", "test"),
  /** The training and what the epoch is chosen by. */
  TRAINING_AND_VALIDATION("trainingAndValidation", Severity.WARNING, "training", "validation");

  private final String id;
  private final Severity severity;
  private final String first;
  private final String second;

  Sides(String id, Severity severity, String first, String second) {
    this.id = id;
    this.severity = severity;
    this.first = first;
    this.second = second;
  }

  /** The name as it stands in files and results. */
  @JsonValue
  public String id() {
    return id;
  }

  Severity severity() {
    return severity;
  }

  String first() {
    return first;
  }

  String second() {
    return second;
  }
}
