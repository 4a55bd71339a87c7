package org.emotone.training.study;

/** What several runs together came to. */
public interface StudyResult {

  /** A table to be read, ending with a line break. */
  String toText();

  /** Indented JSON. */
  String toJson();
}
