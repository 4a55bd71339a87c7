package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much a finding matters. */
public enum Severity {
  /** A figure that rests on these data is wrong. */
  ERROR("error"),
  /** Worth a look before training. */
  WARNING("warning"),
  /** Worth knowing when results are read. */
  INFO("info");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** The name as it stands in files and results. */
  @JsonValue
  public String id() {
    return id;
  }
}
