package org.emotone.training.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What figures are told apart by; null where a corpus does not say.
 *
 * @param corpus id of the corpus
 * @param sex of the speaker
 * @param intensity the corpus' own word for the strength of the emotion
 */
public record Traits(@Nullable String corpus, @Nullable String sex, @Nullable String intensity) {

  /** Nothing is known. */
  public static final Traits UNKNOWN = new Traits(null, null, null);
}
