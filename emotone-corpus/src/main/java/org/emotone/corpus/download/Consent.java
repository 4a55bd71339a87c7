package org.emotone.corpus.download;

/** Asks a user whether the licence of a corpus is accepted. */
@FunctionalInterface
public interface Consent {
  /** Accepts every licence: for a user who has said so already. */
  Consent GIVEN = source -> true;

  /** Shows the licence of a corpus; whether it was accepted. */
  boolean accepts(CorpusSource source);
}
