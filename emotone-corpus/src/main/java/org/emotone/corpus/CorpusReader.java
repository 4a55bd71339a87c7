package org.emotone.corpus;

import java.nio.file.Path;

/** Reads one corpus from a folder, whether it was unpacked flat, nested or under another name. */
public interface CorpusReader {

  /** Short name, such as {@code ravdess}; it is {@link Utterance#corpus()} of what is read. */
  String id();

  /** Full name. */
  String title();

  /** Licence as the publishers state it. */
  String licence();

  /**
   * Whether a folder holds this corpus: most audio files in it are named by its rules. The name of
   * the folder does not matter. False for a folder that is missing or cannot be read.
   */
  boolean recognises(Path root);

  /**
   * Reads a folder and all folders in it. Files whose label or speaker cannot be told from their
   * name are rejected with a reason, never guessed.
   *
   * @throws CorpusException if the folder is missing, cannot be read or holds no clip of this
   *     corpus, or if a side file is damaged
   */
  Corpus read(Path root) throws CorpusException;
}
