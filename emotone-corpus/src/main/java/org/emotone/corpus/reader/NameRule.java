package org.emotone.corpus.reader;

import java.nio.file.Path;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;

/** How one corpus names its files, with what the names, or lists beside the files, mean. */
interface NameRule {

  /** Id of the corpus, and of {@link Utterance#corpus()}. */
  String id();

  /** Full name of the corpus. */
  String title();

  /** Licence as the publishers state it. */
  String licence();

  /** What a name looks like, with an example, for messages. */
  String pattern();

  /** Whether the name has this corpus' form; its codes may still be out of range. */
  boolean looksLike(Path file);

  /**
   * The clip that a file holds. Its id is written the same way for every copy of the corpus.
   *
   * @throws UnreadableName if the name does not say, or says something that the corpus does not
   *     hold
   */
  Utterance parse(Path file) throws UnreadableName;

  /** Whether a folder can be recognised by the form of its names, without the lists beside them. */
  default boolean namesSuffice() {
    return true;
  }

  /**
   * This rule for one folder, with what side files there say.
   *
   * @throws CorpusException if a side file is damaged, or missing where the corpus cannot be read
   *     without it
   */
  default NameRule in(Path root) throws CorpusException {
    return this;
  }
}
