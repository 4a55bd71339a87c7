package org.emotone.corpus.audit;

import java.util.Objects;
import org.emotone.corpus.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * A clip and what was measured of its file.
 *
 * @param clip the clip
 * @param measured null if the file could not be decoded
 * @param failure why, empty if it could
 */
record Reading(Utterance clip, @Nullable ClipFacts measured, String failure) {

  boolean readable() {
    return measured != null;
  }

  /** What was measured, of a clip that is {@link #readable}. */
  ClipFacts facts() {
    return Objects.requireNonNull(measured, clip.name());
  }
}
