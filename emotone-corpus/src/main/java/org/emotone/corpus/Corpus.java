package org.emotone.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * What a reader found in a folder.
 *
 * @param id short name, such as {@code ravdess}
 * @param title full name
 * @param licence licence as the publishers state it, for model cards
 * @param root the folder that was read
 * @param utterances the clips, sorted by id; each id stands once
 * @param rejected audio files that are not among them, and why, sorted by path
 */
public record Corpus(
    String id,
    String title,
    String licence,
    Path root,
    List<Utterance> utterances,
    List<Rejected> rejected) {

  /** Copies the lists. */
  public Corpus {
    utterances = List.copyOf(utterances);
    rejected = List.copyOf(rejected);
  }
}
