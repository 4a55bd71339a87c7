package org.emotone.corpus;

import java.nio.file.Path;

/**
 * An audio file in a corpus' folder that did not become an utterance.
 *
 * @param path the file
 * @param kind what sort of reason it was
 * @param reason one line for the user
 */
public record Rejected(Path path, Kind kind, String reason) {

  /** Why files are rejected. */
  public enum Kind {
    /** The name does not follow the corpus' rules, so that its label is not known. */
    NAME,
    /** Another file holds the same clip, and that one is read. */
    COPY,
    /** The name is well formed, but the clip belongs to a part that this reader leaves out. */
    LEFT_OUT,
    /** The recording is missing, cannot be decoded, or ends before the clip begins. */
    UNREADABLE
  }
}
